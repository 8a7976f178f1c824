package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.util.List;

/**
 * Asks for seats of one schedule.
 *
 * @param seatNos as printed on the ticket, such as {@code A-1-12}; each once, 1 to {@link
 *     #SEATS_MAX}, each of the form {@link #SEAT_NO_FORM}. Anything else is {@link
 *     ConcertFailure#MALFORMED_COMMAND}, so whoever takes seats from a client checks first
 * @param startedAt when the saga began: the hold's time runs from there, so a hold that comes too
 *     late is refused rather than lengthened
 */
public record HoldSeats(
        BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        List<String> seatNos,
        Instant startedAt) {

    /** Seats of one booking at most. */
    public static final int SEATS_MAX = 20;

    /** A regular expression: letters of any script, digits and hyphens. */
    public static final String SEAT_NO_FORM = "[\\p{L}\\p{N}-]{1,20}";

    public HoldSeats {
        seatNos = List.copyOf(seatNos);
    }
}
