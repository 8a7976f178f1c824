package boxoffice.concert.domain;

import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/** Which seats a booking is for. */
public sealed interface Wish {

    /** How many seats; never more are held, nor fewer. */
    int count();

    /** These and no others. */
    record Seats(SeatNos seatNos) implements Wish {

        @Override
        public int count() {
            return seatNos.count();
        }
    }

    /**
     * The best there are.
     *
     * @param section only of this one; null for any
     * @param grade only of this one; null for any
     * @param budget for all of them together; null for any price
     * @param apart whether they may be in several groups where they are not to be had together
     * @param wheelchair whether one of them is a wheelchair place and the others its companions'
     */
    record Best(
            int quantity,
            @Nullable String section,
            @Nullable String grade,
            @Nullable Money budget,
            boolean apart,
            boolean wheelchair)
            implements Wish {

        /** Seats at most. */
        public static final int QUANTITY_MAX = 10;

        /**
         * @throws IllegalArgumentException when it is for no seat or too many
         */
        public Best {
            if (quantity < 1 || quantity > QUANTITY_MAX) {
                throw new IllegalArgumentException(
                        "best seats are 1 to " + QUANTITY_MAX + ", not " + quantity);
            }
        }

        @Override
        public int count() {
            return quantity;
        }
    }
}
