package boxoffice.order.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import boxoffice.order.domain.Quote;
import java.time.Instant;
import java.util.List;

/**
 * What canceling costs now.
 *
 * @param fee what is kept; send it along as {@code quotedFee}, and no other fee will be taken
 * @param refund what goes back
 * @param refundTo where it goes
 * @param validUntil the first moment at which this may hold no more
 */
record QuoteView(
        BookingId orderId,
        List<LineView> lines,
        Money fee,
        Money refund,
        RefundTo refundTo,
        Instant validUntil) {

    record LineView(String seatNo, Money price, Money fee, Money refund) {}

    /** Where money goes back to. */
    enum RefundTo {
        /** The way it came: to the wallet, the card, or to both in parts. */
        AS_PAID
    }

    static QuoteView of(BookingId order, Quote quote) {
        return new QuoteView(
                order,
                quote.lines().stream()
                        .map(line ->
                                new LineView(
                                        line.seatNo(), line.price(), line.fee(), line.refund()))
                        .toList(),
                quote.fee(),
                quote.refund(),
                RefundTo.AS_PAID,
                quote.validUntil());
    }
}
