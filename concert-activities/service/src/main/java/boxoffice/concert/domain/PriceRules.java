package boxoffice.concert.domain;

import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What a seat may cost. */
public final class PriceRules {
    private PriceRules() {}

    /** Minor units at most: no seat costs more, a slip of the finger does. */
    public static final long AMOUNT_MAX = 100_000_000;

    /** Adds a flaw where no seat may cost that; one unit of the currency is the least. */
    public static void check(Flaws flaws, String at, @Nullable Money price) {
        if (price == null) {
            flaws.add(at, "value-missing", "Give " + at + ": amount in minor units, and currency.");
        } else if (price.amount() < 1 || price.amount() > AMOUNT_MAX) {
            flaws.add(
                    at,
                    "price-out-of-range",
                    "A price is 1 to "
                            + AMOUNT_MAX
                            + " minor units. To give seats away, block them and make a"
                            + " complimentary booking.");
        }
    }
}
