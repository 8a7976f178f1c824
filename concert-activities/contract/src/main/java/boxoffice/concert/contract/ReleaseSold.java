package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.ScheduleId;
import java.util.List;

/**
 * Takes these seats out of the booking's sale.
 *
 * @param seatNos seats that this booking has bought, each once, at least one
 */
public record ReleaseSold(BookingId bookingId, ScheduleId scheduleId, List<String> seatNos) {

    public ReleaseSold {
        seatNos = List.copyOf(seatNos);
    }
}
