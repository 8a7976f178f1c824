package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.ChargeResult.FencedOff;
import boxoffice.payment.domain.ChargeResult.NotTaken;
import boxoffice.payment.domain.ChargeResult.Taken;
import org.jspecify.annotations.Nullable;

/**
 * A booking's payment as its row says.
 *
 * @param currentAttempt 0 where none was ever made: the reversal came first
 * @param amount what the booking costs; null where no attempt was ever made
 * @param captured minor units taken from the buyer so far: nothing or the amount
 * @param refunded minor units of them that went back
 * @param declined why the current attempt took nothing; null where it is not known as declined
 */
public record Payment(
        BookingId bookingId,
        BuyerId buyer,
        PaymentState state,
        int currentAttempt,
        @Nullable Money amount,
        long captured,
        long refunded,
        @Nullable DeclineReason declined) {

    /**
     * What this row says to an attempt that could not take the money.
     *
     * @throws ContradictsPayment when the attempt is not of this payment
     */
    public ChargeResult answerTo(ChargeAttempt asked) {
        requireBuyer(asked.buyer());
        if (amount != null && !amount.equals(asked.amount())) {
            throw new ContradictsPayment(bookingId, "amount");
        }
        return switch (state) {
            case CHARGED -> new Taken();
            case REVERSING, REVERSED -> new FencedOff();
            case OPEN -> asked.attempt() == currentAttempt ? declinedBefore() : new FencedOff();
            // The attempt that asks makes itself the current one and leaves this state before it
            // commits, so what is seen here is a later attempt.
            case CHARGING -> new FencedOff();
        };
    }

    private ChargeResult declinedBefore() {
        if (declined == null) {
            throw new IllegalStateException(
                    "payment of booking " + bookingId + " is OPEN without a declined attempt");
        }
        return new NotTaken(declined);
    }

    /**
     * What went back to the buyer; null where nothing had been taken.
     *
     * @throws IllegalStateException while something is still owed
     */
    public @Nullable Money returned() {
        if (owed() != 0) {
            throw new IllegalStateException(owed() + " of booking " + bookingId + " is not back");
        }
        return amount == null || refunded == 0 ? null : new Money(refunded, amount.currency());
    }

    /**
     * What was taken and is not back.
     *
     * @throws IllegalStateException when nothing is
     */
    public Money toReturn() {
        if (amount == null || owed() <= 0) {
            throw new IllegalStateException("nothing of booking " + bookingId + " is owed");
        }
        return new Money(owed(), amount.currency());
    }

    /** This payment once all that was owed is back. */
    public Payment reversed() {
        if (!state.mayBecome(PaymentState.REVERSED)) {
            throw new IllegalStateException(
                    "payment of booking " + bookingId + " is " + state + ", not to be reversed");
        }
        return new Payment(
                bookingId,
                buyer,
                PaymentState.REVERSED,
                currentAttempt,
                amount,
                captured,
                captured,
                declined);
    }

    private long owed() {
        return captured - refunded;
    }

    /**
     * @throws ContradictsPayment when it is another's payment
     */
    public void requireBuyer(BuyerId asked) {
        if (!buyer.equals(asked)) {
            throw new ContradictsPayment(bookingId, "buyer");
        }
    }
}
