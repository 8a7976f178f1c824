package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;

/**
 * Gives back a part of what a confirmed booking cost. The fee is what of those lines is kept: a
 * fact of the claim, never computed anew.
 *
 * @param cancellationId names the refund within the booking
 * @param amount what goes back; zero or more
 * @param fee what is kept; zero or more
 */
public record Refund(
        BookingId bookingId, BuyerId buyerId, String cancellationId, Money amount, Money fee) {}
