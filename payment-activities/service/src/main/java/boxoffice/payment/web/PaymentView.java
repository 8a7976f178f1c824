package boxoffice.payment.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.PaidParts;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a booking is paid.
 *
 * @param refunded what has gone back, or is on its way
 * @param refund how the refund that was asked about would be parted; left out where none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
        BookingId bookingId, PartsView paid, PartsView refunded, @Nullable PartsView refund) {

    /** The two parts of an amount. */
    record PartsView(Money points, Money card) {
        private static PartsView of(PaidParts.Parts parts) {
            return new PartsView(parts.toPoints(), parts.toCard());
        }
    }

    static PaymentView of(PaidParts payment, @Nullable Money refund) {
        return new PaymentView(
                payment.bookingId(),
                PartsView.of(payment.paid()),
                PartsView.of(payment.refunded()),
                refund == null ? null : PartsView.of(payment.next(refund)));
    }
}
