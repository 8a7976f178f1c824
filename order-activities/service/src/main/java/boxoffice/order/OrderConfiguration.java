package boxoffice.order;

import boxoffice.order.contract.OrderActivities;
import boxoffice.temporal.ActivityWorker;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
}
