package boxoffice.concert.domain;

import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A seat of one date, as it is looked at when the best ones are chosen.
 *
 * @param companionOf the wheelchair place that it belongs to
 * @param aisleAfter whether the next number of the row is across an aisle
 * @param nearness how far it is from the stage: the less, the better
 */
public record PlannedSeat(
        String seatNo,
        String section,
        int rowNo,
        int numberInRow,
        SeatKind kind,
        @Nullable String companionOf,
        boolean aisleAfter,
        int nearness,
        String grade,
        Money price,
        boolean isFree) {

    boolean isBeside(PlannedSeat next) {
        return section.equals(next.section)
                && rowNo == next.rowNo
                && numberInRow + 1 == next.numberInRow
                && !aisleAfter;
    }

    /** How far from each other two groups of one booking sit; only to tell nearer from farther. */
    int distanceTo(PlannedSeat other) {
        return section.equals(other.section)
                ? 4 * Math.abs(rowNo - other.rowNo) + Math.abs(numberInRow - other.numberInRow)
                : 1_000 + Math.abs(nearness - other.nearness);
    }
}
