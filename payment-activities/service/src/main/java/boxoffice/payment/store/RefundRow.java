package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.payment.domain.Refund;
import org.jspecify.annotations.Nullable;

/** A row of {@code refunds} with what its payment's row says of it. */
record RefundRow(
        BookingId bookingId,
        BuyerId buyerId,
        String refundId,
        long points,
        long card,
        long fee,
        String currency,
        String state,
        int tries,
        @Nullable String paymentRef,
        @Nullable String providerRef) {

    Refund toRefund() {
        return new Refund(
                bookingId,
                buyerId,
                refundId,
                points,
                card,
                fee,
                currency,
                state.equals("DONE"),
                tries,
                paymentRef,
                providerRef);
    }
}
