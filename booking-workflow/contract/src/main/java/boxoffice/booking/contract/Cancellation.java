package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One cancellation of a confirmed booking, of all its lines or some: claims the lines, gives the
 * money back, frees the seats, closes the lines. Forward only: what it has claimed it brings to the
 * end.
 *
 * <p>Started only when {@link Booking} has closed CONFIRMED, or Temporal has forgotten it and its
 * order is confirmed. The id is made of the booking and the Idempotency-Key, so a repeat meets the
 * first and gets its answer; one that was terminated may be started again under the same id (reuse
 * policy: duplicates of failed runs only), finds its claim and goes on.
 */
@WorkflowInterface
public interface Cancellation {

    /** The one place that knows how a cancellation's workflow is called. */
    static String workflowId(BookingId bookingId, String cancellationId) {
        return Booking.workflowId(bookingId) + "/cancellation/" + cancellationId;
    }

    /** The cancellation that a request for this booking under this Idempotency-Key means. */
    static String cancellationId(BookingId bookingId, String idempotencyKey) {
        return bookingId.nameOf("cancellation", idempotencyKey).toString();
    }

    /** Runs the cancellation and answers how it ended. */
    @WorkflowMethod(name = "Cancellation")
    CancellationSnapshot cancel(StartCancellation start);

    /** What an operator decides about a step that is parked, as for {@link Booking#operator}. */
    @SignalMethod
    void operator(OperatorDecision decision);

    /** How the cancellation stands now. */
    @QueryMethod
    CancellationSnapshot snapshot();
}
