package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.util.List;

/**
 * @param seatNos as printed on the ticket, such as {@code A-1-12}; each once
 * @param startedAt when the saga began: the hold's time runs from there, so a hold that comes too
 *     late is refused rather than lengthened
 */
public record HoldSeats(
        BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        List<String> seatNos,
        Instant startedAt) {

    public HoldSeats {
        seatNos = List.copyOf(seatNos);
    }
}
