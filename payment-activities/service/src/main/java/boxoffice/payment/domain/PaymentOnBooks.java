package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.Differences;
import boxoffice.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking's payment together with everything else that this service has written down of it, to be
 * held against each other. All amounts are in minor units of {@code currency}.
 *
 * @param chargedBack what lost disputes gave back to the card, beside captured and refunded
 * @param providerRef the provider's reference; null where no card was tried
 * @param chargedAttempts attempts that took money and kept it
 * @param ledger what the ledger's accounts got from this booking
 * @param refunds what its refunds' rows say
 */
public record PaymentOnBooks(
        BookingId bookingId,
        PaymentState state,
        String currency,
        long captured,
        long refunded,
        long chargedBack,
        @Nullable String providerRef,
        int chargedAttempts,
        Accounts ledger,
        Refunds refunds) {

    /**
     * Below zero is what an account gave.
     *
     * @param cards lost disputes aside: they do not change what a card has paid for
     * @param outside what went back past the provider
     * @param chargedBack what cards got by lost disputes
     */
    public record Accounts(
            long wallets, long cards, long outside, long bookings, long fees, long chargedBack) {

        private long sum() {
            return wallets + cards + outside + bookings + fees;
        }
    }

    /**
     * @param returned what has gone back, in points and to the card
     * @param fees what was kept
     * @param owed rows whose card part is not back yet
     */
    public record Refunds(long returned, long fees, int owed) {}

    /** Whether no charge, reversal or refund is under way. */
    public boolean isSettled() {
        return (state == PaymentState.CHARGED
                        || state == PaymentState.REVERSED
                        || state == PaymentState.OPEN)
                && refunds.owed() == 0;
    }

    public Money kept() {
        return new Money(captured - refunded, currency);
    }

    public Money fees() {
        return new Money(refunds.fees(), currency);
    }

    /** Where the row, its attempts, its refunds and the ledger contradict each other, in words. */
    public List<String> differences() {
        var found =
                new Differences()
                        .unlessSame(
                                "kept by the payment's row",
                                captured - refunded,
                                "by the ledger",
                                paid())
                        .unlessSame(
                                "fees kept by refunds",
                                refunds.fees(),
                                "by the ledger",
                                ledger.fees())
                        .unlessSame(
                                "charged back by the payment's row",
                                chargedBack,
                                "by the ledger",
                                ledger.chargedBack())
                        .unlessSame("nothing", 0, "the sum of its ledger entries", ledger.sum());
        if (state == PaymentState.CHARGED) {
            found.unlessSame("refunded by the row", refunded, "by refunds", refunds.returned());
        }
        if (chargedAttempts > 1) {
            found.add("charged by " + chargedAttempts + " attempts");
        }
        return found.found();
    }

    /** What buyers' wallets and cards have paid and not got back, in whatever way. */
    private long paid() {
        return -ledger.wallets() - ledger.cards() - ledger.outside();
    }

    /**
     * Where the provider's own books say something else of this booking's card, in words.
     *
     * @param captured minor units that the provider took
     * @param refunded minor units of them that it gave back
     */
    public List<String> differencesTo(long captured, long refunded) {
        return new Differences()
                .unlessSame(
                        "kept of the card by the ledger",
                        -ledger.cards(),
                        "by the provider",
                        captured - refunded)
                .found();
    }
}
