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
 * @param captured minor units that the current attempt holds
 * @param refunded minor units of them that went back
 * @param cardUsed whether any attempt was made with a card, so that the provider must be asked
 * @param providerRef the provider's reference; null where none is known yet
 * @param cardPart minor units of the current attempt that are the card's, taken or not
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
        boolean cardUsed,
        @Nullable String providerRef,
        long cardPart,
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

    /** Whether it is this attempt whose outcome is open; then it, and no other, may find it out. */
    public boolean isAskedBy(ChargeAttempt asked) {
        return state == PaymentState.CHARGING
                && asked.attempt() == currentAttempt
                && asked.buyer().equals(buyer)
                && asked.amount().equals(amount);
    }

    private ChargeResult declinedBefore() {
        if (declined == null) {
            throw new IllegalStateException(
                    "payment of booking " + bookingId + " is OPEN without a declined attempt");
        }
        return new NotTaken(declined);
    }

    /**
     * What went back to the wallet; null where nothing did.
     *
     * @throws IllegalStateException while something is still owed
     */
    public @Nullable Money returnedToPoints() {
        requireNothingOwed();
        return money(refunded - capturedByCard());
    }

    /**
     * What went back to the card; null where nothing did.
     *
     * @throws IllegalStateException while something is still owed
     */
    public @Nullable Money returnedToCard() {
        requireNothingOwed();
        return money(capturedByCard());
    }

    private void requireNothingOwed() {
        if (owed() != 0) {
            throw new IllegalStateException(owed() + " of booking " + bookingId + " is not back");
        }
    }

    private @Nullable Money money(long minorUnits) {
        return amount == null || minorUnits == 0 ? null : new Money(minorUnits, amount.currency());
    }

    /** The card comes last, so it is charged when everything is. */
    public long capturedByCard() {
        return amount != null && captured == amount.amount() ? cardPart : 0;
    }

    /** What the wallet has paid. */
    public long capturedInPoints() {
        return captured - capturedByCard();
    }

    /**
     * What the booking costs.
     *
     * @throws IllegalStateException when no attempt was ever made
     */
    public Money price() {
        if (amount == null) {
            throw new IllegalStateException("nobody ever paid for booking " + bookingId);
        }
        return amount;
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
                cardUsed,
                providerRef,
                cardPart,
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
