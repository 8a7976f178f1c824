package boxoffice.payment.provider;

import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which of a provider's events were heard to the end; a provider tells some of them twice. */
@Component
class ProviderEvents {

    private static final Logger log = LoggerFactory.getLogger(ProviderEvents.class);

    /**
     * Longer than any provider tells an event again. One that came later still would be heard anew,
     * which is harmless.
     */
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    /** In one run, so that no lock is held for long; the next run goes on. */
    private static final int FORGOTTEN_MAX = 1_000;

    private final JdbcClient sql;
    private final Clock clock;

    ProviderEvents(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isKnown(String eventId) {
        return sql.sql("select 1 from provider_events where event_id = ?")
                .param(eventId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Forgets some of those that are too old to be told again. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    @Transactional
    public void forgetOld() {
        var count =
                sql.sql(
                                """
                                delete from provider_events where received_at < :before
                                order by received_at limit :count
                                """)
                        .param("before", Timestamps.now(clock).minus(KEPT_FOR))
                        .param("count", FORGOTTEN_MAX)
                        .update();
        if (count > 0) {
            log.info("Forgot {} events older than {} days", count, KEPT_FOR.toDays());
        }
    }

    /** Again, or at the same time, is harmless. */
    @Transactional
    public void keep(String eventId, String type, @Nullable String ref) {
        try {
            sql.sql(
                            """
                            insert into provider_events (event_id, type, ref, received_at)
                            values (:event, :type, :ref, :now)
                            """)
                    .param("event", eventId)
                    .param("type", type)
                    .param("ref", ref)
                    .param("now", Timestamps.now(clock))
                    .update();
        } catch (DuplicateKeyException e) {
            // Told twice at once: the other one has kept it.
        }
    }
}
