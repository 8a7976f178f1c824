package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for seats of one schedule.
 *
 * @param seatNos as printed on the ticket, such as {@code A-1-12}; each once, 1 to {@link
 *     #SEATS_MAX}, each of the form {@link #SEAT_NO_FORM}; or none, with {@code best}. Anything
 *     else is {@link ConcertFailure#MALFORMED_COMMAND}, so whoever takes seats from a client checks
 *     first
 * @param best asks for the best seats instead of certain ones; {@link SeatsHeld} says which
 * @param startedAt when the saga began: the hold's time runs from there, so a hold that comes too
 *     late is refused rather than lengthened
 * @param presaleCodeHash by {@link boxoffice.kernel.PresaleCode}, of the code that the buyer has;
 *     looked at only before the general sale. The code itself comes nowhere near a history
 * @param complimentary that the seats are given to the buyer; null where they are sold. It goes
 *     with {@code seatNos} only
 */
public record HoldSeats(
        BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        List<String> seatNos,
        @Nullable BestSeats best,
        Instant startedAt,
        @Nullable String presaleCodeHash,
        @Nullable Complimentary complimentary) {

    /** Seats of one booking at most. */
    public static final int SEATS_MAX = 20;

    /** Characters of a seat's name at most. */
    public static final int SEAT_NO_LENGTH_MAX = 20;

    /** A regular expression: letters of any script, digits and hyphens. */
    public static final String SEAT_NO_FORM = "[\\p{L}\\p{N}-]{1," + SEAT_NO_LENGTH_MAX + "}";

    public HoldSeats {
        seatNos = List.copyOf(seatNos);
    }

    /** Certain seats, sold to whoever comes. */
    public HoldSeats(
            BookingId bookingId,
            BuyerId buyerId,
            ScheduleId scheduleId,
            List<String> seatNos,
            Instant startedAt) {
        this(bookingId, buyerId, scheduleId, seatNos, null, startedAt, null, null);
    }
}
