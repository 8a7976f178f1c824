package boxoffice.booking.contract;

import boxoffice.kernel.BuyerId;

/**
 * The buyer does not want the booking any more.
 *
 * @param buyerId who cancels; only the booking's own buyer may
 */
public record CancelBooking(BuyerId buyerId) {}
