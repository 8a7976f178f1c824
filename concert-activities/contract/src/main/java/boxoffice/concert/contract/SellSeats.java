package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.ScheduleId;
import java.util.List;

/** Turns the booking's hold on exactly these seats into a sale. */
public record SellSeats(BookingId bookingId, ScheduleId scheduleId, List<String> seatNos) {

    public SellSeats {
        seatNos = List.copyOf(seatNos);
    }
}
