package boxoffice.concert.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;

/**
 * One booking's wish for seats.
 *
 * @param startedAt when the saga began; the hold's time runs from there
 */
public record HoldRequest(
        BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        SeatNos seats,
        Instant startedAt) {}
