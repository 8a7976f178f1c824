package boxoffice.order.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.Differences;
import boxoffice.kernel.Money;
import java.util.List;

/**
 * A confirmed order together with what its lines and its cancellations say, to be held against each
 * other. All amounts are in minor units of {@code currency}.
 *
 * @param total as the order's row has it
 * @param prices the sum of its lines' prices
 * @param claimedPrices the sum of the prices of those lines that a cancellation has
 * @param claimedFees the sum of the fees that those lines carry
 * @param refunds the sum of what its cancellations give back
 * @param cancellationFees the sum of what its cancellations keep
 * @param openCancellations claimed and not closed
 */
public record OrderOnBooks(
        BookingId bookingId,
        String currency,
        long total,
        long prices,
        long claimedPrices,
        long claimedFees,
        long refunds,
        long cancellationFees,
        int openCancellations) {

    /** Whether no cancellation is under way. */
    public boolean isSettled() {
        return openCancellations == 0;
    }

    /** What the buyer has paid for and not got back. */
    public Money kept() {
        return new Money(total - refunds, currency);
    }

    public Money fees() {
        return new Money(cancellationFees, currency);
    }

    /** Where the order, its lines and its cancellations contradict each other, in words. */
    public List<String> differences() {
        return new Differences()
                .unlessSame("the order's total", total, "the sum of its lines", prices)
                .unlessSame(
                        "refunds and fees of its cancellations",
                        refunds + cancellationFees,
                        "the prices of their lines",
                        claimedPrices)
                .unlessSame(
                        "fees of its cancellations",
                        cancellationFees,
                        "of their lines",
                        claimedFees)
                .found();
    }
}
