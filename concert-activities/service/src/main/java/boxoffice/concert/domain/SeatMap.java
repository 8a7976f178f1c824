package boxoffice.concert.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one date as they were when they were read.
 *
 * @param mapVersion the version of the venue's map that they were made from; null where there was
 *     none
 * @param seats in the order of the house
 */
public record SeatMap(String venueId, @Nullable Integer mapVersion, List<SeatOnMap> seats) {

    public SeatMap {
        seats = List.copyOf(seats);
    }
}
