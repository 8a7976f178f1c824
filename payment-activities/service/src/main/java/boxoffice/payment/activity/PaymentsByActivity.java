package boxoffice.payment.activity;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.OpenBookings;
import boxoffice.kernel.OpenBookingsQuery;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.ChargeOutcome;
import boxoffice.payment.contract.ChargeRefused;
import boxoffice.payment.contract.Charged;
import boxoffice.payment.contract.Declined;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentFailure;
import boxoffice.payment.contract.PaymentMeans;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.payment.contract.Refund;
import boxoffice.payment.contract.RefundOutcome;
import boxoffice.payment.contract.Reverse;
import boxoffice.payment.contract.ReverseOutcome;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.ChargeResult;
import boxoffice.payment.domain.ContradictsPayment;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.Method;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.store.Payments;
import boxoffice.persistence.OpenRows;
import boxoffice.temporal.Failures;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PaymentsByActivity implements PaymentActivities {

    private final Payments payments;
    private final OpenRows open;

    PaymentsByActivity(Payments payments, OpenRows open) {
        this.open = open;
        this.payments = payments;
    }

    @Override
    public ChargeOutcome charge(Charge command) {
        var attempt = wellFormed(() -> attemptOf(command));
        return switch (consistent(() -> payments.charge(attempt))) {
            case ChargeResult.Taken _ -> new Charged();
            case ChargeResult.NotTaken(var reason) ->
                    new Declined(reasonOf(reason), reason.mayRetry());
            case ChargeResult.FencedOff _ -> new ChargeRefused();
        };
    }

    @Override
    public ReverseOutcome reverse(Reverse command) {
        return reverse(command.bookingId(), command.buyerId(), null);
    }

    @Override
    public PaymentReversed finishReversal(Reverse command) {
        throw new UnsupportedOperationException("cards come next");
    }

    @Override
    public RefundOutcome refund(Refund command) {
        throw new UnsupportedOperationException("refunds come next");
    }

    @Override
    public void markRefunded(MarkRefunded command) {
        var remark = wellFormed(() -> new Remark(command.by(), command.reason()));
        reverse(command.bookingId(), command.buyerId(), remark);
    }

    private PaymentReversed reverse(BookingId booking, BuyerId buyer, @Nullable Remark remark) {
        var payment = consistent(() -> payments.reverse(booking, buyer, remark));
        return new PaymentReversed(payment.returned(), null);
    }

    private static ChargeAttempt attemptOf(Charge command) {
        return new ChargeAttempt(
                command.bookingId(),
                command.buyerId(),
                command.attempt(),
                command.amount(),
                methodOf(command.means()));
    }

    private static Method methodOf(PaymentMeans means) {
        return switch (means) {
            case PaymentMeans.Points _ -> Method.POINTS;
            case PaymentMeans.Card _, PaymentMeans.PointsAndCard _ ->
                    throw new UnsupportedOperationException("cards come next");
        };
    }

    private static Declined.Reason reasonOf(DeclineReason reason) {
        return Declined.Reason.valueOf(reason.name());
    }

    private static <T> T wellFormed(Supplier<T> message) {
        try {
            return message.get();
        } catch (IllegalArgumentException e) {
            throw Failures.never(PaymentFailure.MALFORMED_COMMAND, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T consistent(Supplier<T> call) {
        try {
            return call.get();
        } catch (ContradictsPayment e) {
            throw Failures.never(
                    PaymentFailure.CONTRADICTS_PAYMENT, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public OpenBookings openBookings(OpenBookingsQuery query) {
        return open.page(query);
    }
}
