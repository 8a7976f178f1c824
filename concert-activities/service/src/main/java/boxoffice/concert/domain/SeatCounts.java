package boxoffice.concert.domain;

import java.time.Instant;
import java.util.List;

/**
 * How many seats a date has, and how many of them were free.
 *
 * @param asOf when they were counted
 * @param grades the dearest first
 */
public record SeatCounts(Instant asOf, List<PriceGrade> grades) {

    public SeatCounts {
        grades = List.copyOf(grades);
    }

    public int seats() {
        return grades.stream().mapToInt(PriceGrade::seats).sum();
    }

    public int freeSeats() {
        return grades.stream().mapToInt(PriceGrade::freeSeats).sum();
    }
}
