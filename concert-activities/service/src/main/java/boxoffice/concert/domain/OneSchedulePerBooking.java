package boxoffice.concert.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Policy: all seats of a booking are of its one schedule. A seat of another is unknown to it. */
final class OneSchedulePerBooking {
    private OneSchedulePerBooking() {}

    /**
     * @param found those of the seats that the schedule has
     */
    static Optional<Refusal> refusal(SeatNos asked, List<FoundSeat> found) {
        var known = found.stream().map(FoundSeat::seatNo).collect(Collectors.toSet());
        var others = asked.values().stream().filter(seatNo -> !known.contains(seatNo)).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(Refusal.Reason.UNKNOWN_SEATS, others));
    }
}
