package boxoffice.order.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.time.Instant;

/**
 * The buyer's bank disputes what was paid for the booking.
 *
 * @param disputeId names the dispute within the booking
 * @param amount what the bank wants back
 */
public record DisputeOrder(
        BookingId bookingId, BuyerId buyerId, String disputeId, Money amount, Instant openedAt) {}
