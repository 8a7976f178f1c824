package boxoffice.booking.web;

import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its buyer sees it; what does not apply is left out.
 *
 * @param orderId the order that a confirmed booking became
 * @param complimentary true where the seats were given to the buyer; else left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BookingView(
        BookingId bookingId,
        BookingStatus status,
        @Nullable CancelReason reason,
        @Nullable ScheduleId scheduleId,
        List<Seat> seats,
        @Nullable Money total,
        @Nullable Instant heldUntil,
        @Nullable BookingId orderId,
        @Nullable Boolean complimentary) {

    record Seat(String seatNo, Money price) {}

    static BookingView of(BookingSnapshot booking) {
        return new BookingView(
                booking.bookingId(),
                booking.status(),
                booking.reason(),
                booking.scheduleId(),
                booking.seats().stream()
                        .map(seat -> new Seat(seat.seatNo(), seat.price()))
                        .toList(),
                booking.total(),
                booking.status().isFinal() ? null : booking.heldUntil(),
                booking.status() == BookingStatus.CONFIRMED ? booking.bookingId() : null,
                booking.complimentary() == null ? null : true);
    }

    /** A booking of which no more is known than what its saga is at. */
    static BookingView underWay(BookingId id, BookingStatus status) {
        return new BookingView(id, status, null, null, List.of(), null, null, null, null);
    }
}
