package boxoffice.order.domain;

import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One seat bought and its price, as they were at the sale, and what has become of it since.
 *
 * @param fee what of the price a cancellation keeps; null while the line is confirmed
 */
public record OrderLine(String seatNo, Money price, LineState state, @Nullable Money fee) {

    /** Characters at most; the column is as wide. */
    static final int SEAT_NO_LENGTH_MAX = 40;

    /**
     * @throws IllegalArgumentException when the seat number is blank or too long, or the price is
     *     below zero
     */
    public OrderLine {
        Texts.require("A seat number", seatNo, SEAT_NO_LENGTH_MAX);
        if (price.amount() < 0) {
            throw new IllegalArgumentException("The price of " + seatNo + " is below zero");
        }
    }

    /** A line as it is sold. */
    public OrderLine(String seatNo, Money price) {
        this(seatNo, price, LineState.CONFIRMED, null);
    }
}
