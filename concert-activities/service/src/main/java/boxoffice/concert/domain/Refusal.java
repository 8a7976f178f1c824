package boxoffice.concert.domain;

import boxoffice.kernel.BookingId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a booking holds no seat. It is kept in the booking's row, so that a repeat gets the same
 * answer whatever has become free meanwhile.
 *
 * @param seatNos the seats the reason is about, sorted; empty where it is about the schedule
 * @param ownBooking the same buyer's live hold on one of them
 * @param limit the number that the hold ran into; null where the reason is not about a number
 */
public record Refusal(
        Reason reason,
        List<String> seatNos,
        @Nullable BookingId ownBooking,
        @Nullable PolicyLimit limit) {

    public Refusal {
        seatNos = List.copyOf(seatNos);
    }

    public static Refusal of(Reason reason) {
        return new Refusal(reason, List.of(), null, null);
    }

    static Refusal of(Reason reason, List<String> seatNos) {
        return new Refusal(reason, seatNos, null, null);
    }

    static Refusal of(Reason reason, PolicyLimit limit) {
        return new Refusal(reason, List.of(), null, limit);
    }

    /** Why. */
    public enum Reason {
        UNKNOWN_SCHEDULE,
        SALE_NOT_OPEN,
        SALE_PAUSED,
        SALE_CLOSED,
        SCHEDULE_CANCELED,
        BUYER_LIMIT_REACHED,
        PRESALE_CODE_REQUIRED,
        PRESALE_CODE_INVALID,
        PRESALE_CODE_USED_UP,
        PRESALE_SOLD_OUT,
        UNKNOWN_SEATS,
        UNKNOWN_SECTION,
        UNKNOWN_GRADE,
        SEATS_BLOCKED,
        /** Only what is kept back can be given away. */
        SEATS_NOT_BLOCKED,
        SEATS_TAKEN,
        NOT_TOGETHER,
        NOT_ENOUGH_SEATS,
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
    public static Refusal of(HoldRequest request, SeatNos asked, List<FoundSeat> found) {
        return OneSchedulePerBooking.refusal(asked, found).orElseGet(() -> ofKnown(request, found));
    }

    private static Refusal ofKnown(HoldRequest request, List<FoundSeat> found) {
        var missed =
                found.stream().filter(seat -> !request.bookingId().equals(seat.owner())).toList();
        if (request.complimentary() != null) {
            return of(Reason.SEATS_NOT_BLOCKED, seatNos(missed));
        }
        var blocked = missed.stream().filter(seat -> seat.state() == SeatState.BLOCKED).toList();
        return blocked.isEmpty()
                ? new Refusal(
                        Reason.SEATS_TAKEN, seatNos(missed), ownLiveBooking(request, missed), null)
                : of(Reason.SEATS_BLOCKED, seatNos(blocked));
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
