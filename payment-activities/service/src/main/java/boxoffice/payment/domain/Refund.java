package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back to the buyer, as its row says. The points are back as soon as the row is
 * there; what the card is owed may take the provider a while.
 *
 * @param refundId {@link #REVERSAL}, or the cancellation's id
 * @param points minor units to the wallet
 * @param card minor units to the card
 * @param fee minor units that are kept
 * @param isDone whether nothing is owed any more
 * @param tries the try that the provider is asked for now, from 1; each has a key of its own
 * @param paymentRef the provider's reference of the payment; null where no card was used
 * @param providerRef the provider's reference of this try, once it is known and open
 */
public record Refund(
        BookingId bookingId,
        BuyerId buyer,
        String refundId,
        long points,
        long card,
        long fee,
        String currency,
        boolean isDone,
        int tries,
        @Nullable String paymentRef,
        @Nullable String providerRef) {

    /** The refund of a payment that is reversed as a whole. */
    public static final String REVERSAL = "reversal";

    /** A cancellation's id is part of keys and must fit their columns. */
    public static final int ID_LENGTH_MAX = 80;

    public Money toPoints() {
        return new Money(points, currency);
    }

    public Money toCard() {
        return new Money(card, currency);
    }

    public boolean isReversal() {
        return refundId.equals(REVERSAL);
    }

    /** The provider's idempotency key of this try: the same for ever. */
    public String key() {
        return "refund/%s/%s/%d".formatted(bookingId, refundId, tries);
    }
}
