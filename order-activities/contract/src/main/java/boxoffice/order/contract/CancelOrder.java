package boxoffice.order.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;

/**
 * Cancels the booking's order. Carries all that a tombstone needs, for it may come first.
 *
 * @param reason the booking's reason, such as {@code EXPIRED}: what the buyer sees later
 */
public record CancelOrder(
        BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId, String reason) {}
