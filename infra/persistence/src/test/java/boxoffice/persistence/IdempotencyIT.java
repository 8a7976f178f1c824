package boxoffice.persistence;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.testing.SqlServer;
import boxoffice.testing.service.AtOnce;
import boxoffice.testing.service.ServiceUnderTest;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Keys in their table, on both servers. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class IdempotencyIT {

    private static final String OPERATION = "POST /api/venues";
    private static final Map<String, String> REQUEST = Map.of("name", "세종문화회관");

    private final ServiceUnderTest service;
    private final Idempotency idempotency;
    private final String subject = "park-" + UUID.randomUUID();
    private final IdempotencyKey key = new IdempotencyKey("k1");
    private final AtomicInteger works = new AtomicInteger();

    IdempotencyIT(SqlServer server) {
        service = ServiceUnderTest.shared(PlainService.class, server);
        idempotency = service.bean(Idempotency.class);
    }

    private ResponseEntity<Map<String, Integer>> work() {
        var number = works.incrementAndGet();
        return ResponseEntity.created(URI.create("/api/venues/" + number))
                .body(Map.of("venue", number));
    }

    private ResponseEntity<byte[]> ask(Object request) {
        return idempotency.once(subject, key, OPERATION, request, this::work);
    }

    private static String said(ResponseEntity<byte[]> answer) {
        var body = new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
        return answer.getStatusCode().value()
                + " "
                + answer.getHeaders().getLocation()
                + " "
                + body;
    }

    private static void assertRefused(Supplier<?> asked, HttpStatus status, String code) {
        assertThatThrownBy(asked::get)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.getStatusCode()).isEqualTo(status);
                            assertThat(problem.getBody().getProperties())
                                    .containsEntry("code", code);
                        });
    }

    @Test
    void answersARepeatAsTheFirstWithoutWorkingAgain() {
        var first = ask(REQUEST);

        assertThat(said(ask(REQUEST)))
                .isEqualTo(said(first))
                .isEqualTo("201 /api/venues/1 {\"venue\":1}");
        assertThat(works).hasValue(1);
    }

    @Test
    void refusesAnotherRequestUnderTheKey() {
        ask(REQUEST);

        assertRefused(
                () -> ask(Map.of("name", "KSPO")),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused");
        assertRefused(
                () -> idempotency.once(subject, key, "POST /api/concerts", REQUEST, this::work),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused");
        assertThat(works).hasValue(1);
    }

    @Test
    void keepsTheKeysOfDifferentSubjectsApart() {
        ask(REQUEST);

        idempotency.once("lee-" + UUID.randomUUID(), key, OPERATION, REQUEST, this::work);

        assertThat(works).hasValue(2);
    }

    @Test
    void looksAnewAtARequestWhoseWorkWasRefused() {
        assertRefused(
                () ->
                        idempotency.once(
                                subject,
                                key,
                                OPERATION,
                                REQUEST,
                                () -> {
                                    throw new ApiProblem(HttpStatus.CONFLICT, "not-yet", "No.");
                                }),
                HttpStatus.CONFLICT,
                "not-yet");

        assertThat(said(ask(REQUEST))).startsWith("201");
    }

    @Test
    void losesTheKeyWithTheWorkInACrash() {
        service.inATransactionThatIsLost(() -> ask(REQUEST));

        assertThat(said(ask(REQUEST))).isEqualTo("201 /api/venues/2 {\"venue\":2}");
    }

    @Test
    void letsOneOfManyAtOnceWork() {
        var answers = AtOnce.times(8, () -> said(ask(REQUEST)));

        assertThat(answers).containsOnly("201 /api/venues/1 {\"venue\":1}");
        assertThat(works).hasValue(1);
    }

    @Test
    void refusesARepeatThatHasWaitedLongEnoughForTheFirst() {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);

        var ended =
                AtOnce.run(
                        () ->
                                said(
                                        idempotency.once(
                                                subject,
                                                key,
                                                OPERATION,
                                                REQUEST,
                                                () -> {
                                                    begun.countDown();
                                                    await(mayEnd);
                                                    return work();
                                                })),
                        () -> {
                            await(begun);
                            assertRefused(
                                    () -> ask(REQUEST), HttpStatus.CONFLICT, "request-in-flight");
                            mayEnd.countDown();
                            return "refused";
                        });

        assertThat(ended).containsExactly("201 /api/venues/1 {\"venue\":1}", "refused");
        assertThat(said(ask(REQUEST))).isEqualTo(ended.getFirst());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(8, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sweepsKeysThatAreOlderThanSevenDays() {
        ask(REQUEST);
        ageBy("P6DT23H");
        idempotency.sweep();
        ask(REQUEST);
        assertThat(works).as("kept for seven days").hasValue(1);

        ageBy("PT2H");
        assertThat(idempotency.sweep()).isPositive();
        ask(REQUEST);
        assertThat(works).hasValue(2);
    }

    private void ageBy(String duration) {
        service.write(
                "update idempotency_keys set created_at = created_at - interval ? second"
                        + " where subject = ?",
                Duration.parse(duration).toSeconds(),
                subject);
    }
}
