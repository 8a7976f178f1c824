package boxoffice.concert.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of a command of the back office about seats. */
public sealed interface SeatsChanged {

    /** All of it. */
    record Done(int seats) implements SeatsChanged {}

    /**
     * Nothing was changed.
     *
     * @param inTheWay the seats that were not as the command needs them; the first {@link
     *     Flaws#SHOWN_MAX}
     */
    record Refused(List<InTheWay> inTheWay) implements SeatsChanged {
        public Refused {
            inTheWay = List.copyOf(inTheWay);
        }
    }

    /**
     * One of them.
     *
     * @param state null where there is no such seat
     */
    record InTheWay(String seatNo, @Nullable SeatState state) {}

    /**
     * Looks for seats that stand in the way.
     *
     * @param found those of the seats that there are
     * @param fits what a seat must be
     */
    static Optional<Refused> check(
            SeatNos asked, Collection<KeptSeat> found, Predicate<KeptSeat> fits) {
        var byNo = found.stream().collect(Collectors.toMap(KeptSeat::seatNo, Function.identity()));
        return refused(asked.values().stream().flatMap(no -> inTheWay(no, byNo, fits)));
    }

    private static Stream<InTheWay> inTheWay(
            String seatNo, Map<String, KeptSeat> found, Predicate<KeptSeat> fits) {
        var seat = found.get(seatNo);
        if (seat == null) {
            return Stream.of(new InTheWay(seatNo, null));
        }
        return fits.test(seat) ? Stream.empty() : Stream.of(new InTheWay(seatNo, seat.state()));
    }

    private static Optional<Refused> refused(Stream<InTheWay> all) {
        var first = all.limit(Flaws.SHOWN_MAX).toList();
        return first.isEmpty() ? Optional.empty() : Optional.of(new Refused(first));
    }
}
