package boxoffice.queue.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;

/** Gives the pass back. Carries all that a tombstone needs, for it may come first. */
public record GivePassBack(BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId) {}
