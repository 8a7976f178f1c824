package boxoffice.booking.contract;

import boxoffice.kernel.ScheduleId;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * A schedule that its promoter cancels: stops the sale, then gives every booking back, the paid
 * ones each by a {@link Cancellation} of its own, the unpaid ones by a word to their {@link
 * Booking}; pass after pass, until none is left. Forward only.
 *
 * <p>One workflow for each schedule. All that it does is safe to repeat, so it may be started again
 * whenever it has closed (reuse policy: duplicates allowed) and goes on from what is left: what
 * that is, the concert service tells, and nothing is kept here that could be lost.
 */
@WorkflowInterface
public interface ScheduleCancellation {

    /** The one place that knows how the workflow of a schedule's cancellation is called. */
    static String workflowId(ScheduleId scheduleId) {
        return "schedule/" + scheduleId + "/cancellation";
    }

    /** Cancels the schedule and all its bookings, and tells how that ended. */
    @WorkflowMethod(name = "ScheduleCancellation")
    ScheduleCancellationSnapshot cancel(StartScheduleCancellation start);

    /**
     * Waits until the sale is stopped or this asker refused. Has no validator: sent together with
     * the start, its rejection would leave the workflow running. The update's id is the
     * Idempotency-Key. A continued run has forgotten it and runs the update again, which is
     * harmless here: it asks for nothing but what is being done.
     */
    @UpdateMethod
    ScheduleCancellationAnswer begin(ScheduleCancellationAsker asker);

    /** From now on at this pace. Plain JSON from any of the tools; what is out of bounds is not. */
    @SignalMethod
    void pace(SweepPace pace);

    /** How far the cancellation has come. */
    @QueryMethod
    ScheduleCancellationSnapshot snapshot();
}
