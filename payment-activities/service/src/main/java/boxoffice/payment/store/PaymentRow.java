package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.Payment;
import boxoffice.payment.domain.PaymentState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A row of {@code payments} with what its current attempt's rows say of it.
 *
 * @param amount null together with the currency: no attempt was ever made
 */
@Table("payments")
record PaymentRow(
        @Id BookingId bookingId,
        BuyerId buyerId,
        PaymentState state,
        int currentAttempt,
        @Nullable Long amount,
        @Nullable String currency,
        long captured,
        long refunded,
        boolean cardUsed,
        @Nullable String providerRef,
        long cardPart,
        @Nullable DeclineReason declineReason) {

    Payment toPayment() {
        return new Payment(
                bookingId,
                buyerId,
                state,
                currentAttempt,
                amount == null || currency == null ? null : new Money(amount, currency),
                captured,
                refunded,
                cardUsed,
                providerRef,
                cardPart,
                declineReason);
    }
}
