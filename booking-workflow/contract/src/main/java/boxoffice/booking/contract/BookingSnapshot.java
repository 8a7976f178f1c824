package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it stood at one moment.
 *
 * @param commandHash of the request that started it
 * @param reason why it was canceled; null unless it was
 * @param refusedSeats the seats that the reason is about; empty where it is about none
 * @param ownBooking the buyer's own live booking that holds one of them, where that is the reason
 * @param limit the rule and the number that the booking ran into, where the reason is about one
 * @param seats held or sold, with the prices fixed by the hold; empty before
 * @param total null before the hold
 * @param heldUntil until when a charge may begin; null before the hold
 * @param complimentary that the seats are given to the buyer; null where they are sold
 */
public record BookingSnapshot(
        BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        String commandHash,
        BookingStatus status,
        @Nullable CancelReason reason,
        List<String> refusedSeats,
        @Nullable BookingId ownBooking,
        @Nullable PolicyLimit limit,
        List<Seat> seats,
        @Nullable Money total,
        @Nullable Instant heldUntil,
        @Nullable Complimentary complimentary) {

    public BookingSnapshot {
        refusedSeats = List.copyOf(refusedSeats);
        seats = List.copyOf(seats);
    }

    /** One seat and its price. */
    public record Seat(String seatNo, Money price) {}
}
