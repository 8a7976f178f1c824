package boxoffice.concert.domain;

import boxoffice.kernel.BookingId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a booking holds no seat. It is kept in the booking's row, so that a repeat gets the same
 * answer whatever has become free meanwhile.
 *
 * @param seatNos the seats the reason is about, sorted; empty where it is about the schedule
 * @param ownBooking the same buyer's live hold on one of them
 */
public record Refusal(Reason reason, List<String> seatNos, @Nullable BookingId ownBooking) {

    public Refusal {
        seatNos = List.copyOf(seatNos);
    }

    public static Refusal of(Reason reason) {
        return new Refusal(reason, List.of(), null);
    }

    /** Why. */
    public enum Reason {
        UNKNOWN_SCHEDULE,
        SALE_NOT_OPEN,
        SALE_CLOSED,
        SCHEDULE_CANCELED,
        UNKNOWN_SEATS,
        SEATS_BLOCKED,
        SEATS_TAKEN,
        EXPIRED,
        /** Undone, before or after seats were held. */
        RELEASED
    }

    /**
     * Why this request got fewer seats than it asked for. A seat that does not exist says more than
     * a blocked one, and a blocked one more than a taken one: the first two will not get better. A
     * seat that is FREE by now was taken when it was asked for, and counts as that.
     *
     * @param found the seats asked for, as far as they exist, after the attempt
     */
    public static Refusal of(HoldRequest request, List<FoundSeat> found) {
        var byNo = found.stream().collect(Collectors.toMap(FoundSeat::seatNo, Function.identity()));
        var unknown =
                request.seats().values().stream().filter(no -> !byNo.containsKey(no)).toList();
        if (!unknown.isEmpty()) {
            return new Refusal(Reason.UNKNOWN_SEATS, unknown, null);
        }
        var blocked = found.stream().filter(seat -> seat.state() == SeatState.BLOCKED).toList();
        if (!blocked.isEmpty()) {
            return new Refusal(Reason.SEATS_BLOCKED, seatNos(blocked), null);
        }
        var taken =
                found.stream().filter(seat -> !request.bookingId().equals(seat.owner())).toList();
        return new Refusal(Reason.SEATS_TAKEN, seatNos(taken), ownLiveBooking(request, taken));
    }

    private static List<String> seatNos(List<FoundSeat> seats) {
        return seats.stream().map(FoundSeat::seatNo).sorted().toList();
    }

    private static @Nullable BookingId ownLiveBooking(HoldRequest request, List<FoundSeat> taken) {
        return taken.stream()
                .filter(seat -> seat.state() == SeatState.HELD)
                .filter(seat -> request.buyerId().equals(seat.buyer()))
                .map(FoundSeat::owner)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
