package boxoffice.booking;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.saga.BookingSaga;
import boxoffice.temporal.WorkflowWorker;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this process runs. */
@Configuration
class BookingConfiguration {

    @Bean
    WorkflowWorker sagas() {
        return new WorkflowWorker(Booking.TASK_QUEUE, List.of(BookingSaga.class));
    }
}
