package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;

/**
 * @param attempt 1 for the booking's first, one more for each that the buyer makes
 * @param amount the booking's total, positive
 */
public record Charge(
        BookingId bookingId, BuyerId buyerId, int attempt, Money amount, PaymentMeans means) {}
