package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;

/** Gives the booking's seats back. Carries all that a tombstone needs, for it may come first. */
public record ReleaseSeats(BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId) {}
