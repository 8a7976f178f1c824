package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.SeatBlock;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seats as a body names them. */
final class SentSeats {
    private SentSeats() {}

    /** At least one, each once, sorted; none beside its flaw. */
    static List<String> read(Flaws flaws, String at, @Nullable List<@Nullable String> sent) {
        var seats = BackOffice.texts(sent);
        if (seats.isEmpty() || seats.size() > SeatBlock.SEATS_MAX) {
            flaws.add(at, "seats-missing", at + " names 1 to " + SeatBlock.SEATS_MAX + " seats.");
            return List.of();
        }
        var seen = new HashSet<String>();
        for (var seat : seats) {
            if (!seen.add(seat)) {
                flaws.add(at, "seat-twice", "The seat " + seat + " comes twice.");
            }
        }
        return seats.stream().sorted().toList();
    }
}
