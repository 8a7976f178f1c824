package boxoffice.concert;

import boxoffice.concert.contract.ConcertActivities;
import boxoffice.persistence.Idempotency;
import boxoffice.persistence.OpenRows;
import boxoffice.temporal.ActivityWorker;
import boxoffice.web.LargeBodies;
import boxoffice.web.PublicReads;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** What the shared rooms want to know of this service. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ConcertConfiguration {

    /** Fewer than the pool has connections, so that reads find one while all slots are busy. */
    private static final int SLOTS = 12;

    /** A hundred thousand seats with room to spare. */
    private static final int MAP_BYTES_MAX = 16 * 1024 * 1024;

    private static final int DATE_BYTES_MAX = 2 * 1024 * 1024;

    @Bean
    ActivityWorker concertWorker(ConcertActivities activities) {
        return new ActivityWorker(ConcertActivities.TASK_QUEUE, activities, SLOTS);
    }

    /** The catalogue is for everybody. */
    @Bean
    PublicReads catalogue() {
        return new PublicReads(
                List.of("/api/concerts/**", "/api/schedules/**", "/api/venues/*/seat-maps/*"));
    }

    /** A hall seat by seat. */
    @Bean
    LargeBodies maps() {
        return new LargeBodies(List.of("/api/venues", "/api/venues/*/seat-map"), MAP_BYTES_MAX);
    }

    /** With thousands of presale codes. */
    @Bean
    LargeBodies dates() {
        return new LargeBodies(List.of("/api/concerts/*/schedules"), DATE_BYTES_MAX);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OpenRows openRows(JdbcClient jdbc) {
        return new OpenRows(jdbc, "seat_holds", List.of("HELD"));
    }

    /** For what the back office POSTs. */
    @Bean
    Idempotency idempotency(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        return new Idempotency(jdbc, transactions, json, clock);
    }
}
