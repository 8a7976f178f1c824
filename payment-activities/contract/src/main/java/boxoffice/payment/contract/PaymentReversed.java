package boxoffice.payment.contract;

import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The buyer has paid nothing for this booking, and never will.
 *
 * @param refunded what went back; null where nothing had been taken
 */
public record PaymentReversed(@Nullable Money refunded) implements ReverseOutcome {}
