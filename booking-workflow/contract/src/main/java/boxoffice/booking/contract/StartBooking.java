package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param seatNos the seats wished for, each once; none where the best are
 * @param commandHash of what the buyer asked for; comes back in every answer, so that another
 *     request under the same key is noticed
 * @param best the wish for the best seats; null where certain ones are wished for
 * @param presaleCodeHash of the presale code that the buyer has; never the code itself
 * @param complimentary that the seats are given to the buyer; null where they are sold
 * @param passId the {@code jti} of the waiting room's pass that the buyer showed, never the pass
 *     itself; null where none was shown
 */
public record StartBooking(
        BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        List<String> seatNos,
        String commandHash,
        @Nullable BestSeats best,
        @Nullable String presaleCodeHash,
        @Nullable Complimentary complimentary,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID passId) {

    public StartBooking {
        seatNos = List.copyOf(seatNos);
    }

    /** Certain seats, sold to whoever comes. */
    public StartBooking(
            BookingId bookingId,
            BuyerId buyerId,
            ScheduleId scheduleId,
            List<String> seatNos,
            String commandHash) {
        this(bookingId, buyerId, scheduleId, seatNos, commandHash, null, null, null, null);
    }

    /** What is wished for, in words. */
    public String seatsInWords() {
        return best == null ? String.join(", ", seatNos) : best.quantity() + " of the best seats";
    }
}
