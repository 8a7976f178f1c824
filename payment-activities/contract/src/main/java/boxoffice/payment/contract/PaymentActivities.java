package boxoffice.payment.contract;

import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * The payment of one booking: charged once at most, and reversed at most once. Every method starts
 * from the booking's row in {@code payments}. An attempt whose answer was lost may be sent again at
 * any time, also after the undo.
 *
 * <p>A command that can never succeed fails with an application failure of type {@link
 * PaymentFailure}, not to be retried; everything else that is thrown is a passing fault.
 */
@ActivityInterface(namePrefix = "payment.")
public interface PaymentActivities {

    /** The task queue that the payment service polls. */
    String TASK_QUEUE = "payment";

    /**
     * Charges the buyer; the saga's pivot. Idempotency key: booking id and attempt. The same
     * attempt again: the same answer, Declined included. A booking that is charged already: {@link
     * Charged}, nothing more is taken. An attempt older than the current one, or one after {@link
     * #reverse}: {@link ChargeRefused}. While the provider does not know, or cannot be asked, the
     * activity goes on asking, and heartbeats. One that fails or times out leaves the outcome
     * unknown: it must never be taken for declined.
     */
    @ActivityMethod
    ChargeOutcome charge(Charge command);

    /**
     * Undoes {@link #charge}, whatever became of it: what was taken goes back to where it came
     * from. Idempotency key: booking id; again: the same answer. Before any charge: leaves a
     * tombstone that a late charge meets. While it is not certain that nothing more can be taken,
     * it fails, to be tried again.
     */
    @ActivityMethod
    ReverseOutcome reverse(Reverse command);

    /**
     * Brings the debt that {@link #reverse} left as {@link RefundOwed} to its end. Fails, to be
     * tried again, while the provider has not given the money back. Idempotency key: booking id.
     */
    @ActivityMethod
    PaymentReversed finishReversal(Reverse command);

    /**
     * Gives back a part of a charged payment. Idempotency key: booking id and cancellation id;
     * again: the same answer. Fails, to be tried again, while the provider has not given the money
     * back.
     */
    @ActivityMethod
    RefundOutcome refund(Refund command);

    /**
     * An operator says that the money is back already, or goes back outside of the provider: asks
     * the provider, and moves the refund's row forward, with who said so and why. What the provider
     * still would give back is given back through it. Idempotent like {@link #reverse} and {@link
     * #refund}. Points have no other provider than the wallet: what is still owed is booked back.
     */
    @ActivityMethod
    void markRefunded(MarkRefunded command);

    /**
     * Asks the provider how a dispute of the booking's payment stands, writes it down, and answers
     * what the row says then. A loss is booked once. Idempotency key: dispute id. A dispute of
     * another payment fails for good.
     */
    @ActivityMethod
    DisputeStanding lookAtDispute(LookAtDispute command);

    /**
     * Lists, for the audit, the bookings whose payment is open: CHARGING, OPEN, REVERSING. Changes
     * nothing.
     */
    @ActivityMethod
    OpenBookings openBookings(BookingsQuery query);
}
