package boxoffice.queue.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;

/** Takes the buyer's pass for this schedule into the booking. */
public record TakePass(BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId) {}
