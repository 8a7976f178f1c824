package boxoffice.order;

import boxoffice.order.contract.OrderActivities;
import boxoffice.persistence.OpenRows;
import boxoffice.temporal.ActivityWorker;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    /** As many as the database pool has connections: more would only wait for one. */
    private static final int SLOTS = 16;

    @Bean
    ActivityWorker orderWorker(OrderActivities activities) {
        return new ActivityWorker(OrderActivities.TASK_QUEUE, activities, SLOTS);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Where order numbers come from: whoever knows some can tell nothing of the next. */
    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Bean
    OpenRows openRows(JdbcClient jdbc) {
        return new OpenRows(jdbc, "orders", List.of("PENDING"));
    }
}
