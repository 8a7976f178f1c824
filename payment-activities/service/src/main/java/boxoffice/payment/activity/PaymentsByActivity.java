package boxoffice.payment.activity;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.kernel.OpenBookings;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.ChargeOutcome;
import boxoffice.payment.contract.ChargeRefused;
import boxoffice.payment.contract.Charged;
import boxoffice.payment.contract.Declined;
import boxoffice.payment.contract.DisputeStanding;
import boxoffice.payment.contract.DisputeState;
import boxoffice.payment.contract.LookAtDispute;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentFailure;
import boxoffice.payment.contract.PaymentMeans;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.payment.contract.RefundOutcome;
import boxoffice.payment.contract.RefundOwed;
import boxoffice.payment.contract.RefundRefused;
import boxoffice.payment.contract.Refunded;
import boxoffice.payment.contract.Reverse;
import boxoffice.payment.contract.ReverseOutcome;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.ChargeResult;
import boxoffice.payment.domain.ContradictsPayment;
import boxoffice.payment.domain.Refund;
import boxoffice.payment.domain.RefundAsked;
import boxoffice.payment.domain.RefundResult;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.domain.Reversal;
import boxoffice.payment.provider.Cards;
import boxoffice.payment.provider.DisputesAtProvider;
import boxoffice.payment.provider.ProviderFault;
import boxoffice.payment.provider.RefundFailed;
import boxoffice.payment.provider.RefundsToCards;
import boxoffice.payment.store.Payments;
import boxoffice.payment.store.Refunds;
import boxoffice.persistence.OpenRows;
import boxoffice.temporal.Failures;
import boxoffice.temporal.Heartbeat;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

@Component
class PaymentsByActivity implements PaymentActivities {

    private final Payments payments;
    private final Cards cards;
    private final Refunds refunds;
    private final RefundsToCards refundsToCards;
    private final DisputesAtProvider disputes;
    private final OpenRows open;

    PaymentsByActivity(
            Payments payments,
            Cards cards,
            Refunds refunds,
            RefundsToCards refundsToCards,
            DisputesAtProvider disputes,
            OpenRows open) {
        this.payments = payments;
        this.cards = cards;
        this.refunds = refunds;
        this.refundsToCards = refundsToCards;
        this.disputes = disputes;
        this.open = open;
    }

    @Override
    public ChargeOutcome charge(Charge command) {
        var attempt = wellFormed(() -> attemptOf(command));
        return switch (consistent(() -> charge(attempt))) {
            case ChargeResult.Taken _ -> new Charged();
            case ChargeResult.NotTaken(var reason) ->
                    new Declined(Declined.Reason.valueOf(reason.name()), reason.mayRetry());
            case ChargeResult.FencedOff _ -> new ChargeRefused();
        };
    }

    private ChargeResult charge(ChargeAttempt attempt) {
        if (attempt.paymentMethodId() == null) {
            return payments.chargeInPoints(attempt);
        }
        try (var heartbeat = Heartbeat.start()) {
            return cards.charge(attempt, heartbeat::check);
        }
    }

    @Override
    public ReverseOutcome reverse(Reverse command) {
        try (var _ = Heartbeat.start()) {
            return switch (reversal(command)) {
                case Reversal.Done(var payment) ->
                        new PaymentReversed(payment.returnedToPoints(), payment.returnedToCard());
                case Reversal.Owed(var refund) -> new RefundOwed(refund.toCard());
                case Reversal.AtProvider _ -> throw new ProviderFault("not certain yet", null);
            };
        }
    }

    @Override
    public PaymentReversed finishReversal(Reverse command) {
        return switch (reverse(command)) {
            case PaymentReversed reversed -> reversed;
            case RefundOwed(var toCard) ->
                    throw new ProviderFault(toCard + " are not back on the card yet", null);
        };
    }

    private Reversal reversal(Reverse command) {
        return consistent(() -> cards.reverse(command.bookingId(), command.buyerId(), null));
    }

    @Override
    public RefundOutcome refund(boxoffice.payment.contract.Refund command) {
        var asked =
                wellFormed(() ->
                        new RefundAsked(
                                command.bookingId(),
                                command.buyerId(),
                                command.cancellationId(),
                                command.amount(),
                                command.fee()));
        try (var _ = Heartbeat.start()) {
            return switch (consistent(() -> refunds.begin(asked))) {
                case RefundResult.Begun(var refund) -> paid(refund);
                case RefundResult.Refused(var why) -> new RefundRefused(why);
            };
        }
    }

    private Refunded paid(Refund refund) {
        if (!consistent(() -> refundsToCards.pay(refund))) {
            throw new ProviderFault(refund.toCard() + " are not back on the card yet", null);
        }
        return new Refunded(refund.toPoints(), refund.toCard());
    }

    @Override
    public void markRefunded(MarkRefunded command) {
        var remark = wellFormed(() -> new Remark(command.by(), command.reason()));
        var cancellation = command.cancellationId();
        try (var _ = Heartbeat.start()) {
            if (cancellation == null) {
                markReversed(command.bookingId(), command.buyerId(), remark);
            } else {
                refundsToCards.mark(
                        refundOf(command.bookingId(), command.buyerId(), cancellation), remark);
            }
        }
    }

    private void markReversed(BookingId booking, BuyerId buyer, Remark remark) {
        if (consistent(() -> payments.beginReversal(booking, buyer, remark))
                instanceof Reversal.AtProvider) {
            consistent(() -> cards.reverse(booking, buyer, remark));
        }
        refunds.find(booking, Refund.REVERSAL).ifPresent(it -> refundsToCards.mark(it, remark));
    }

    private Refund refundOf(BookingId booking, BuyerId buyer, String cancellation) {
        return refunds.find(booking, cancellation)
                .filter(it -> it.buyer().equals(buyer))
                .orElseThrow(() ->
                        Failures.never(
                                PaymentFailure.CONTRADICTS_PAYMENT,
                                "no refund of booking " + booking + " was begun by it"));
    }

    @Override
    public DisputeStanding lookAtDispute(LookAtDispute command) {
        try (var _ = Heartbeat.start()) {
            var dispute = disputes.look(command.disputeId());
            var buyer = dispute.buyer();
            if (buyer == null || !command.bookingId().equals(dispute.bookingId())) {
                throw Failures.never(
                        PaymentFailure.CONTRADICTS_PAYMENT,
                        "dispute %s is not of booking %s"
                                .formatted(command.disputeId(), command.bookingId()));
            }
            return new DisputeStanding(
                    buyer,
                    dispute.amount(),
                    dispute.reason(),
                    DisputeState.valueOf(dispute.state().name()),
                    dispute.openedAt(),
                    dispute.evidenceDueAt());
        }
    }

    private static ChargeAttempt attemptOf(Charge command) {
        return switch (command.means()) {
            case PaymentMeans.Points() ->
                    ChargeAttempt.inPoints(
                            command.bookingId(),
                            command.buyerId(),
                            command.attempt(),
                            command.amount());
            case PaymentMeans.Card(var card) -> withCard(command, 0, card);
            case PaymentMeans.PointsAndCard(var points, var card) ->
                    withCard(command, pointsOf(command, points), card);
        };
    }

    private static long pointsOf(Charge command, Money points) {
        if (!points.currency().equals(command.amount().currency()) || points.amount() <= 0) {
            throw new IllegalArgumentException(points + " of " + command.amount());
        }
        return points.amount();
    }

    private static ChargeAttempt withCard(Charge command, long points, String card) {
        return new ChargeAttempt(
                command.bookingId(),
                command.buyerId(),
                command.attempt(),
                command.amount(),
                points,
                card);
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
        } catch (RefundFailed e) {
            throw Failures.never(PaymentFailure.REFUND_FAILED, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public OpenBookings openBookings(BookingsQuery query) {
        return open.page(query);
    }
}
