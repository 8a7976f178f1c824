package boxoffice.order.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoneyPage;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/**
 * The order of one booking: opened, then confirmed with what was bought, or canceled. Every method
 * is one local transaction that starts from the booking's row in {@code orders}; its idempotency
 * key is the booking id. An attempt whose answer was lost may be sent again at any time, also after
 * the undo.
 *
 * <p>A command that can never succeed fails with an application failure of type {@link
 * OrderFailure}, not to be retried; everything else that is thrown is a passing fault.
 */
@ActivityInterface(namePrefix = "order.")
public interface OrderActivities {

    /** The task queue that the order service polls. */
    String TASK_QUEUE = "order";

    /**
     * Opens the order. Again: the same answer. After {@link #cancelOrder}: refused. After it was
     * confirmed: {@link AlreadyConfirmed}.
     */
    @ActivityMethod
    OpenOutcome openOrder(OpenOrder command);

    /**
     * Undoes {@link #openOrder}. Again: no effect, the first reason stays. Before the order was
     * opened: leaves a tombstone that a late open meets. Legal only from PENDING.
     */
    @ActivityMethod
    CancelOutcome cancelOrder(CancelOrder command);

    /**
     * Confirms the order and copies the facts of the sale into its lines. Again: the same answer,
     * the first facts stay. An order that is not pending: {@link ConfirmRefused}.
     */
    @ActivityMethod
    ConfirmOutcome confirmOrder(ConfirmOrder command);

    /**
     * Claims lines of a confirmed order for one cancellation, all of them or none, and fixes the
     * fee and the refund. Idempotency key: booking id and cancellation id; again: the same answer,
     * what was claimed first stays. Lines that another cancellation has, wholly or in part: {@link
     * ClaimRefused}, as everything else that bars it; a refusal leaves nothing behind, for what
     * refuses does not pass.
     */
    @ActivityMethod
    ClaimOutcome claimLines(ClaimLines command);

    /**
     * Closes a claim: its lines are canceled for good. Again: no effect. Without a claim: {@link
     * CloseRefused}.
     */
    @ActivityMethod
    CloseOutcome closeLines(CloseLines command);

    /**
     * Shows a dispute on the order, however the order stands. While it is open, and once it is
     * lost, no line can be claimed: the bank has the money, and a refund would pay twice.
     * Idempotency key: booking id and dispute id; again, also after its end: no effect. Where the
     * buyer has no such order: {@link DisputeRefused}.
     */
    @ActivityMethod
    DisputeOutcome disputeOrder(DisputeOrder command);

    /**
     * Shows how a dispute has ended. Again, also with the other end: no effect, the first stays.
     * Without the dispute: {@link DisputeRefused}.
     */
    @ActivityMethod
    DisputeOutcome settleDispute(SettleDispute command);

    /** Lists, for the audit, the bookings whose order is open: PENDING. Changes nothing. */
    @ActivityMethod
    OpenBookings openBookings(BookingsQuery query);

    /**
     * For the audit: a page of the confirmed orders, what each has cost and kept. Changes nothing.
     */
    @ActivityMethod
    BookingMoneyPage money(BookingsQuery query);

    /**
     * For the audit: those of the bookings whose order is confirmed, as {@link #money} has them.
     */
    @ActivityMethod
    BookingMoneyPage moneyOf(List<BookingId> bookingIds);
}
