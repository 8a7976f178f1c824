package boxoffice.queue.contract;

import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * The use of a waiting-room pass by one booking: taken, then finished by a sale or given back.
 * Every method is one local transaction that starts from the booking's row in {@code pass_uses};
 * its idempotency key is the booking id. An attempt whose answer was lost may be sent again at any
 * time, also after the undo.
 *
 * <p>All that is thrown is a passing fault.
 */
@ActivityInterface(namePrefix = "queue.")
public interface QueueActivities {

    /** The task queue that the queue service polls. */
    String TASK_QUEUE = "queue";

    /**
     * Takes the buyer's pass where the schedule has a waiting room: {@link PassTaken}, and only for
     * one live booking at a time. Without a room no pass is needed, and the use is recorded all the
     * same. Again: the same answer. After {@link #givePassBack}: refused. After {@link
     * #finishPass}: {@link AlreadyFinished}.
     */
    @ActivityMethod
    TakeOutcome takePass(TakePass command);

    /**
     * Undoes {@link #takePass}: the pass keeps its slot until its own expiry and can be used again.
     * Again: no effect. Before the pass was taken: leaves a tombstone that a late take meets.
     */
    @ActivityMethod
    GiveBackOutcome givePassBack(GivePassBack command);

    /** Ends the pass with a sale and frees its slot. Again: the same answer. */
    @ActivityMethod
    FinishOutcome finishPass(FinishPass command);

    /** Lists, for the audit, the bookings whose pass use is open: TAKEN. Changes nothing. */
    @ActivityMethod
    OpenBookings openBookings(BookingsQuery query);
}
