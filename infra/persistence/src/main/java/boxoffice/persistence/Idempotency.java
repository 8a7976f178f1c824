package boxoffice.persistence;

import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what a request under an Idempotency-Key asks for once, and answers every repeat as the first
 * was answered, also after a restart, for {@link #KEPT} at least. The work, its answer and the key
 * are one transaction: a crash leaves all of them or none.
 *
 * <p>A service that takes it declares it as a bean and includes {@code
 * db/changes/shared-idempotency-keys.sql} in its change log.
 *
 * <p>A refusal that the work throws is rolled back with the work and is not kept: nothing was done,
 * and the same request under the same key is looked at anew.
 */
public final class Idempotency {

    /** How long a key is kept after its first use. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final int SWEPT_AT_ONCE = 500;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    public Idempotency(
            JdbcClient sql, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers with what the work answered, now or the first time.
     *
     * @param subject who asks; each has keys of its own
     * @param operation what is done to which thing, such as {@code POST /api/venues}: the same key
     *     for another is another request
     * @param request everything that was asked, as JSON can write it
     * @param work runs in the transaction and calls nothing outside of the database
     * @return the answer, its body as JSON
     * @throws ApiProblem 422 idempotency-key-reused for another request under the key; 409
     *     request-in-flight where the first is still at work; and what the work throws
     */
    public ResponseEntity<byte[]> once(
            String subject,
            IdempotencyKey key,
            String operation,
            Object request,
            Supplier<? extends ResponseEntity<?>> work) {
        var hash = RequestHash.of(json, operation, request);
        return transaction.execute(_ -> {
            if (!claim(subject, key, hash)) {
                return before(subject, key, hash);
            }
            var answer = Answer.of(work.get(), json);
            keep(subject, key, answer);
            return answer.asResponse();
        });
    }

    /** Whether nobody has used the key before; waits for another that is using it now. */
    private boolean claim(String subject, IdempotencyKey key, String hash) {
        try {
            sql.sql(
                            """
                            insert into idempotency_keys (subject, idempotency_key, request_hash,
                                created_at)
                            values (:subject, :key, :hash, :now)
                            """)
                    .param("subject", subject)
                    .param("key", key.value())
                    .param("hash", hash)
                    .param("now", now())
                    .update();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        } catch (PessimisticLockingFailureException _) {
            throw inFlight();
        }
    }

    private void keep(String subject, IdempotencyKey key, Answer answer) {
        var kept =
                sql.sql(
                                """
                                update idempotency_keys
                                set status = :status, location = :location, body = :body
                                where subject = :subject and idempotency_key = :key
                                """)
                        .param("status", answer.status())
                        .param("location", answer.location())
                        .param("body", answer.body())
                        .param("subject", subject)
                        .param("key", key.value())
                        .update();
        if (kept != 1) {
            throw new IllegalStateException("the row of key " + key.value() + " is gone");
        }
    }

    private ResponseEntity<byte[]> before(String subject, IdempotencyKey key, String hash) {
        return find(subject, key)
                .map(kept -> {
                    if (!kept.hash().equals(hash)) {
                        throw IdempotencyKey.reused();
                    }
                    return kept.answer().asResponse();
                })
                .orElseThrow(Idempotency::inFlight);
    }

    private Optional<Kept> find(String subject, IdempotencyKey key) {
        return sql.sql(
                        """
                        select request_hash, status, location, body from idempotency_keys
                        where subject = :subject and idempotency_key = :key
                        """)
                .param("subject", subject)
                .param("key", key.value())
                .query(Kept::read)
                .optional();
    }

    /**
     * Forgets the keys that are older than {@link #KEPT}, a few at a time so that no request waits
     * for it; by itself every hour where the service has scheduling on. May run anywhere at any
     * time, also twice at once.
     *
     * @return how many
     */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public int sweep() {
        var oldest = now().minus(KEPT);
        var swept = 0;
        var last = SWEPT_AT_ONCE;
        while (last == SWEPT_AT_ONCE) {
            last =
                    transaction.execute(_ ->
                            sql.sql(
                                            """
                                            delete from idempotency_keys
                                            where created_at < :oldest
                                            order by created_at limit :some
                                            """)
                                    .param("oldest", oldest)
                                    .param("some", SWEPT_AT_ONCE)
                                    .update());
            swept += last;
        }
        return swept;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MICROS);
    }

    private static ApiProblem inFlight() {
        return new ApiProblem(
                        HttpStatus.CONFLICT,
                        "request-in-flight",
                        "The same request is being worked on. Send it again in a moment, with the"
                                + " same Idempotency-Key, to see its answer.")
                .retryAfter(SOON);
    }

    /** What an answer is made of again. */
    private record Answer(int status, @Nullable String location, byte @Nullable [] body) {

        static Answer of(ResponseEntity<?> response, JsonMapper json) {
            var location = response.getHeaders().getLocation();
            var body = response.getBody();
            return new Answer(
                    response.getStatusCode().value(),
                    location == null ? null : location.toString(),
                    body == null ? null : json.writeValueAsBytes(body));
        }

        ResponseEntity<byte[]> asResponse() {
            var response = ResponseEntity.status(status);
            if (location != null) {
                response.location(URI.create(location));
            }
            return body == null
                    ? response.build()
                    : response.contentType(MediaType.APPLICATION_JSON).body(body);
        }
    }

    private record Kept(String hash, Answer answer) {

        static Kept read(ResultSet row, int number) throws SQLException {
            return new Kept(
                    row.getString("request_hash"),
                    new Answer(
                            row.getInt("status"), row.getString("location"), row.getBytes("body")));
        }
    }
}
