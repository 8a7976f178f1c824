package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** What an audit asks of Temporal itself. Reads only, so a repeat does no harm. */
@ActivityInterface(namePrefix = "booking.")
public interface WorkflowActivities {

    /** The task queue that the booking service polls for these. */
    String TASK_QUEUE = "booking-audit";

    /**
     * Those of the bookings whose workflow is not open: closed, or not there at all. Read by
     * describe on each id, never from visibility, which lags.
     */
    @ActivityMethod
    List<BookingId> withoutOpenWorkflow(List<BookingId> bookingIds);
}
