package boxoffice.queue;

import boxoffice.persistence.OpenRows;
import boxoffice.queue.contract.QueueActivities;
import boxoffice.temporal.ActivityWorker;
import boxoffice.web.PublicReads;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class QueueConfiguration {

    /** As many as the database pool has connections: more would only wait for one. */
    private static final int SLOTS = 16;

    @Bean
    ActivityWorker queueWorker(QueueActivities activities) {
        return new ActivityWorker(QueueActivities.TASK_QUEUE, activities, SLOTS);
    }

    /** Whoever looks at a concert may know whether there is a queue for it, and draw it again. */
    @Bean
    PublicReads publicReads() {
        return new PublicReads(
                List.of("/api/waiting-rooms/*", "/api/waiting-rooms/*/draw", "/api/pass-keys"));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OpenRows openRows(JdbcClient jdbc) {
        return new OpenRows(jdbc, "pass_uses", List.of("TAKEN"));
    }
}
