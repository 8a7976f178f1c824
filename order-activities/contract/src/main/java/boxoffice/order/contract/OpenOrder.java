package boxoffice.order.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;

/** Opens the booking's order, pending and without lines: what was sold is known later. */
public record OpenOrder(BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId) {}
