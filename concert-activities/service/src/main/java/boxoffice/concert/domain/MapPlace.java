package boxoffice.concert.domain;

import org.jspecify.annotations.Nullable;

/**
 * A place of a drawn map.
 *
 * @param rowNo the row's place among those of its section, from 1
 * @param companionOf the wheelchair place that a companion seat belongs to; null for all others
 * @param aisleAfter whether the next number of the row is across an aisle
 * @param nearness how far it is from the stage: the less, the better
 */
public record MapPlace(
        String seatNo,
        String section,
        int rowNo,
        String rowName,
        int number,
        SeatKind kind,
        @Nullable String companionOf,
        boolean aisleAfter,
        int x,
        int y,
        int nearness) {}
