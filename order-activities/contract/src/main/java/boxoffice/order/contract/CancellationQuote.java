package boxoffice.order.contract;

import boxoffice.kernel.Money;
import java.time.Instant;
import java.util.List;

/**
 * What canceling these lines would cost.
 *
 * @param refund what would go back
 * @param fee what would be kept
 * @param validUntil the first moment at which this may hold no more
 */
public record CancellationQuote(
        List<ClaimedLine> lines, Money refund, Money fee, Instant validUntil) {

    public CancellationQuote {
        lines = List.copyOf(lines);
    }
}
