package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The dispute of a booking's payment, from the day on which the buyer's bank takes the money back
 * until it has decided: shows it on the order, and waits for an operator who answers the bank. The
 * payment service, which hears of disputes, needs such a workflow; the saga's service has it.
 *
 * <p>Started together with the signal {@link #heard}, as often as the provider tells of the
 * dispute: one that runs is only woken. After its end another run under the same id meets rows that
 * are final, and ends.
 */
@WorkflowInterface
public interface Dispute {

    /** The task queue that the saga's workers poll. */
    String TASK_QUEUE = "booking";

    /** The one place that knows how a dispute's workflow is called. */
    static String workflowId(BookingId bookingId, String disputeId) {
        return "booking/" + bookingId + "/dispute/" + disputeId;
    }

    /** Follows the dispute to its end and answers how it stands then. */
    @WorkflowMethod(name = "Dispute")
    DisputeStanding follow(StartDispute start);

    /** There may be news of the dispute: a hint to look, never a fact. */
    @SignalMethod
    void heard();
}
