package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;

/** Takes the booking's payment back. Carries all that a tombstone needs, for it may come first. */
public record Reverse(BookingId bookingId, BuyerId buyerId) {}
