package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoneyPage;
import boxoffice.kernel.BookingsQuery;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit asks of the payment service: whether its rows, its ledger and the card provider's
 * own books say the same. Reads only, so a repeat does no harm. On a task queue of its own, because
 * it asks the provider much and must not stand in the way of those who pay.
 */
@ActivityInterface(namePrefix = "payment.audit.")
public interface PaymentAudit {

    /** The task queue that the payment service polls for these. */
    String TASK_QUEUE = "payment-audit";

    /**
     * A page of the bookings that somebody has tried to pay for. Of those that nothing is under way
     * for, the provider is asked what it took and gave back.
     */
    @ActivityMethod
    BookingMoneyPage money(BookingsQuery query);

    /** Those of the bookings that somebody has tried to pay for, as {@link #money} has them. */
    @ActivityMethod
    BookingMoneyPage moneyOf(List<BookingId> bookingIds);

    /**
     * A page of the wallets: each must be the sum of its ledger entries, and each transfer nothing
     * in sum.
     *
     * @param after the {@code next} of the page before; null for the first
     */
    @ActivityMethod
    AuditedPage wallets(@Nullable String after);

    /**
     * A page of the charges that the card provider lists, the newest first: each of ours must be
     * known here. Empty where no provider is set up.
     *
     * @param after the {@code next} of the page before; null for the first
     */
    @ActivityMethod
    AuditedPage charges(@Nullable String after);
}
