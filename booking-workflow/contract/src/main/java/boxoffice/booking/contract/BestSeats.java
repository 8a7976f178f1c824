package boxoffice.booking.contract;

import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The wish for the best seats there are, whichever they be.
 *
 * @param quantity how many, never more and never fewer
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
        boolean wheelchair) {}
