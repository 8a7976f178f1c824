package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.util.List;

/**
 * @param seatNos the seats wished for, each once
 * @param commandHash of what the buyer asked for; comes back in every answer, so that another
 *     request under the same key is noticed
 */
public record StartBooking(
        BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        List<String> seatNos,
        String commandHash) {

    public StartBooking {
        seatNos = List.copyOf(seatNos);
    }
}
