package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;

/**
 * How a booking is paid, in points and by card, and how much of each has gone back or is on its
 * way.
 *
 * @param left what can still be given back, fees that were kept aside
 */
public record PaidParts(BookingId bookingId, Parts paid, Parts refunded, Money left) {

    /** The two parts of an amount, in minor units of one currency; together all of it. */
    public record Parts(long points, long card, String currency) {

        public Money toPoints() {
            return new Money(points, currency);
        }

        public Money toCard() {
            return new Money(card, currency);
        }

        private long sum() {
            return points + card;
        }
    }

    /**
     * How a further refund would be parted: as {@link RefundAsked} does it.
     *
     * @param amount not more than what is left
     * @throws IllegalArgumentException when it is more, or of another currency
     */
    public Parts next(Money amount) {
        if (amount.amount() < 0 || amount.compareTo(left) > 0) {
            throw new IllegalArgumentException(amount + " of " + left);
        }
        var card = RefundAsked.cardPart(amount.amount(), paid.sum(), paid.card(), refunded.sum());
        return new Parts(amount.amount() - card, card, paid.currency());
    }
}
