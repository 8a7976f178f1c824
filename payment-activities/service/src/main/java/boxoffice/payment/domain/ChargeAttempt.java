package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;

/**
 * One attempt to take a booking's price from its buyer.
 *
 * @param attempt counted from 1 within the booking, by the saga
 */
public record ChargeAttempt(
        BookingId bookingId, BuyerId buyer, int attempt, Money amount, Method method) {

    /**
     * @throws IllegalArgumentException when the attempt is less than 1 or the amount not positive
     */
    public ChargeAttempt {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1, this one says " + attempt);
        }
        if (amount.amount() <= 0) {
            throw new IllegalArgumentException("a charge takes more than nothing, not " + amount);
        }
    }
}
