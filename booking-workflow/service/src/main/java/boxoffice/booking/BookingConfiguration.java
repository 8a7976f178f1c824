package boxoffice.booking;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.WorkflowActivities;
import boxoffice.booking.saga.AuditRun;
import boxoffice.booking.saga.BookingSaga;
import boxoffice.booking.saga.CancellationSaga;
import boxoffice.booking.saga.DisputeSaga;
import boxoffice.booking.saga.ScheduleCancellationSaga;
import boxoffice.temporal.ActivityWorker;
import boxoffice.temporal.WorkflowWorker;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this process runs. */
@Configuration
class BookingConfiguration {

    /** An audit is one call after another, so a few slots serve several audits. */
    private static final int AUDIT_SLOTS = 4;

    @Bean
    WorkflowWorker sagas() {
        return new WorkflowWorker(
                Booking.TASK_QUEUE,
                List.of(
                        BookingSaga.class,
                        CancellationSaga.class,
                        DisputeSaga.class,
                        ScheduleCancellationSaga.class,
                        AuditRun.class));
    }

    @Bean
    ActivityWorker looks(WorkflowActivities looks) {
        return new ActivityWorker(WorkflowActivities.TASK_QUEUE, looks, AUDIT_SLOTS);
    }
}
