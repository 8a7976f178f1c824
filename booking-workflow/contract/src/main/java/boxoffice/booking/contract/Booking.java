package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One booking from the first click to its end: the saga across queue, concert, order and payment.
 *
 * <p>Started once per booking id (reuse policy: reject duplicates). An update's id is the buyer's
 * Idempotency-Key, so a repeat, also after the end, gets the answer that the first one got; the
 * hash in the answer tells whether it was asked the same thing.
 */
@WorkflowInterface
public interface Booking {

    /** The task queue that the saga's workers poll. */
    String TASK_QUEUE = "booking";

    /** The one place that knows how a booking's workflow is called. */
    static String workflowId(BookingId bookingId) {
        return "booking/" + bookingId;
    }

    /** Runs the saga and answers how it ended. */
    @WorkflowMethod(name = "Booking")
    BookingSnapshot book(StartBooking start);

    /**
     * Waits until the seats are held or refused; where they are given away, until they are the
     * guest's. Has no validator: sent together with the start, its rejection would leave the
     * workflow running.
     */
    @UpdateMethod
    BookingSnapshot reserve();

    /**
     * Pays. Answers when the booking is confirmed, the charge declined, or there is nothing to pay
     * any more.
     */
    @UpdateMethod
    PaymentAnswer pay(PayBooking request);

    /**
     * Turns a payment away that cannot be begun now, by a failure of a {@link BookingFailure} type;
     * the history keeps no trace of it, so the same key may come again.
     */
    @UpdateValidatorMethod(updateName = "pay")
    void mayPay(PayBooking request);

    /** Cancels the unpaid booking at the buyer's wish. Answers when everything is undone. */
    @UpdateMethod
    BookingSnapshot cancel(CancelBooking request);

    /** Turns a cancellation away that cannot be done now, like {@link #mayPay}. */
    @UpdateValidatorMethod(updateName = "cancel")
    void mayCancel(CancelBooking request);

    /**
     * The promoter cancels the schedule. Like the buyer's {@link #cancel} it ends a booking that
     * waits for its payment; it is kept while a charge is in flight, counts if that is declined,
     * and changes nothing once the money is taken. Again: no effect.
     */
    @SignalMethod
    void cancelByPromoter();

    /** What an operator decides about a step that is parked. Plain JSON from any of the tools. */
    @SignalMethod
    void operator(OperatorDecision decision);

    /** How the booking stands now. */
    @QueryMethod
    BookingSnapshot snapshot();
}
