package boxoffice.concert.contract;

import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the best seats there are: side by side, nearest the stage.
 *
 * @param quantity 1 to {@link #QUANTITY_MAX}; anything else is {@link
 *     ConcertFailure#MALFORMED_COMMAND}
 * @param section only of this one; null for any
 * @param grade only of this one; null for any
 * @param budget for all of them together; null for any price
 * @param apart whether they may be in several groups where they are not to be had together
 * @param wheelchair whether one is a wheelchair place and the others its companions' seats
 */
public record BestSeats(
        int quantity,
        @Nullable String section,
        @Nullable String grade,
        @Nullable Money budget,
        boolean apart,
        boolean wheelchair) {

    /** Seats at most. */
    public static final int QUANTITY_MAX = 10;

    /** Characters of a section's or a grade's name at most. */
    public static final int NAME_LENGTH_MAX = 20;
}
