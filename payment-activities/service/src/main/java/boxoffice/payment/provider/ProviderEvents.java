package boxoffice.payment.provider;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of a provider's events were heard to the end; a provider tells some of them twice. */
@Component
class ProviderEvents {

    private final JdbcClient sql;
    private final Clock clock;

    ProviderEvents(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    boolean isKnown(String eventId) {
        return sql.sql("select 1 from provider_events where event_id = ?")
                .param(eventId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Again, or at the same time, is harmless. */
    void keep(String eventId, String type, @Nullable String ref) {
        try {
            sql.sql(
                            """
                            insert into provider_events (event_id, type, ref, received_at)
                            values (:event, :type, :ref, :now)
                            """)
                    .param("event", eventId)
                    .param("type", type)
                    .param("ref", ref)
                    .param(
                            "now",
                            LocalDateTime.ofInstant(
                                    clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            // Told twice at once: the other one has kept it.
        }
    }
}
