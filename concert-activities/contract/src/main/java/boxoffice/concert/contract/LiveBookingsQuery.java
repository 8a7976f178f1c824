package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of the bookings that hold or have bought seats of a schedule, in the order of
 * their ids.
 *
 * @param after the last booking of the page before; null for the first page
 * @param limit bookings at most, 1 to {@link #LIMIT_MAX}
 */
public record LiveBookingsQuery(ScheduleId scheduleId, @Nullable BookingId after, int limit) {

    /** A page's size at most. */
    public static final int LIMIT_MAX = 1_000;
}
