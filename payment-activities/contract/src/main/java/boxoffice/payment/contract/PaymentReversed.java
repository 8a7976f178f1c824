package boxoffice.payment.contract;

import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The buyer has paid nothing for this booking, and never will: what was taken is back.
 *
 * @param toPoints what went back to the wallet; null where nothing did
 * @param toCard what went back to the card; null where nothing did
 */
public record PaymentReversed(@Nullable Money toPoints, @Nullable Money toCard)
        implements ReverseOutcome {}
