package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;

/**
 * A part of a charged payment is to go back.
 *
 * @param refundId the cancellation's id
 * @param amount what goes back, zero or more
 * @param fee what is kept of the same lines, zero or more
 */
public record RefundAsked(
        BookingId bookingId, BuyerId buyer, String refundId, Money amount, Money fee) {

    /**
     * @throws IllegalArgumentException when a part is negative, the currencies differ, or the id
     *     can be none
     */
    public RefundAsked {
        if (amount.amount() < 0 || fee.amount() < 0 || amount.plus(fee).amount() == 0) {
            throw new IllegalArgumentException("a refund of " + amount + " with a fee of " + fee);
        }
        if (refundId.isBlank()
                || refundId.length() > Refund.ID_LENGTH_MAX
                || refundId.equals(Refund.REVERSAL)) {
            throw new IllegalArgumentException("no cancellation is called " + refundId);
        }
    }

    /**
     * How much of it goes back to the card: so much that the card's share of all refunds so far is
     * its share of the charge, rounded down. The parts of all refunds add up exactly, and the last
     * one of a whole charge gives each side back what it paid.
     *
     * @param captured what the booking cost
     * @param capturedByCard the card's part of it
     * @param refundedBefore the sum of the earlier refunds' amounts
     */
    public long cardPart(long captured, long capturedByCard, long refundedBefore) {
        return cardPart(amount.amount(), captured, capturedByCard, refundedBefore);
    }

    static long cardPart(long amount, long captured, long capturedByCard, long refundedBefore) {
        return share(refundedBefore + amount, capturedByCard, captured)
                - share(refundedBefore, capturedByCard, captured);
    }

    private static long share(long refunded, long capturedByCard, long captured) {
        return Math.multiplyExact(refunded, capturedByCard) / captured;
    }
}
