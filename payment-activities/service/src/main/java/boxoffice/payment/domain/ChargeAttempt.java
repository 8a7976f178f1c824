package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to take a booking's price from its buyer: in points, from a card, or points first and
 * a card for the rest.
 *
 * @param attempt counted from 1 within the booking, by the saga
 * @param points minor units of the amount that come from the wallet
 * @param paymentMethodId the provider's id of the card that pays the rest; null where nothing is
 *     left for one
 */
public record ChargeAttempt(
        BookingId bookingId,
        BuyerId buyer,
        int attempt,
        Money amount,
        long points,
        @Nullable String paymentMethodId) {

    /** The legs of an attempt, in the order in which they are taken. */
    public static final int POINTS_LEG = 1;

    public static final int CARD_LEG = 2;

    /**
     * @throws IllegalArgumentException when the attempt is less than 1, the amount not positive, or
     *     the points do not leave the card a part of it
     */
    public ChargeAttempt {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1, this one says " + attempt);
        }
        if (amount.amount() <= 0) {
            throw new IllegalArgumentException("a charge takes more than nothing, not " + amount);
        }
        if (points < 0 || points > amount.amount()) {
            throw new IllegalArgumentException(points + " points of " + amount);
        }
        if ((paymentMethodId == null) != (points == amount.amount())) {
            throw new IllegalArgumentException("a card pays what the points leave, and only that");
        }
    }

    /** An attempt that the wallet pays alone. */
    public static ChargeAttempt inPoints(
            BookingId booking, BuyerId buyer, int attempt, Money amount) {
        return new ChargeAttempt(booking, buyer, attempt, amount, amount.amount(), null);
    }

    /** The card's part, more than nothing where there is a card. */
    public Money card() {
        return new Money(amount.amount() - points, amount.currency());
    }
}
