package boxoffice.booking.saga;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
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
import boxoffice.payment.contract.PaymentMeans;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.payment.contract.Refund;
import boxoffice.payment.contract.RefundOutcome;
import boxoffice.payment.contract.RefundOwed;
import boxoffice.payment.contract.RefundRefused;
import boxoffice.payment.contract.Refunded;
import boxoffice.payment.contract.Reverse;
import boxoffice.payment.contract.ReverseOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The town's payment service: points in one purse, and cards by the name of what they do. */
final class TownPayment implements PaymentActivities {

    /** A card that is never accepted; every other one is. */
    static final String BAD_CARD = "pm_declined";

    final Map<BookingId, String> payments = new ConcurrentHashMap<>();
    final AtomicLong points = new AtomicLong(1_000_000);
    final Set<String> refunds = ConcurrentHashMap.newKeySet();

    /** Whether the provider takes its time with refunds to cards. */
    volatile boolean owesRefunds;

    /** How the bank stands to every dispute. */
    volatile DisputeState dispute = DisputeState.OPEN;

    private final Map<BookingId, Long> byCard = new ConcurrentHashMap<>();
    private final Set<String> declined = ConcurrentHashMap.newKeySet();
    private final Faults faults;

    TownPayment(Faults faults) {
        this.faults = faults;
    }

    @Override
    public ChargeOutcome charge(Charge command) {
        return faults.around("charge", () -> take(command));
    }

    @Override
    public ReverseOutcome reverse(Reverse command) {
        return faults.around(
                "reverse",
                () -> {
                    var card = byCard.getOrDefault(command.bookingId(), 0L);
                    var reversed = giveBack(command.bookingId());
                    return owesRefunds && card > 0 ? new RefundOwed(Money.won(card)) : reversed;
                });
    }

    @Override
    public PaymentReversed finishReversal(Reverse command) {
        return faults.around("finishReversal", () -> giveBack(command.bookingId()));
    }

    @Override
    public RefundOutcome refund(Refund command) {
        return faults.around("refund", () -> giveBackPart(command));
    }

    @Override
    public void markRefunded(MarkRefunded command) {
        faults.around("markRefunded", () -> mark(command));
    }

    @Override
    public DisputeStanding lookAtDispute(LookAtDispute command) {
        return faults.around(
                "lookAtDispute",
                () ->
                        new DisputeStanding(
                                Stage.MINA,
                                Town.PRICE,
                                "fraudulent",
                                dispute,
                                Instant.EPOCH,
                                Instant.EPOCH.plusSeconds(60)));
    }

    @Override
    public OpenBookings openBookings(BookingsQuery query) {
        return Town.open(payments, query, "OPEN");
    }

    /** The same attempt again gets its own outcome again, though there are points by now. */
    private synchronized ChargeOutcome take(Charge command) {
        var id = command.bookingId();
        switch (payments.getOrDefault(id, "none")) {
            case "CHARGED" -> {
                return new Charged();
            }
            case "REVERSED" -> {
                return new ChargeRefused();
            }
            default -> {}
        }
        var attempt = id + "/" + command.attempt();
        var price = command.amount().amount();
        var decline =
                switch (command.means()) {
                    case PaymentMeans.Points() -> declineOf(price, "none");
                    case PaymentMeans.Card(var card) -> declineOf(0, card);
                    case PaymentMeans.PointsAndCard(var part, var card) ->
                            declineOf(part.amount(), card);
                };
        if (decline != null || declined.contains(attempt)) {
            declined.add(attempt);
            payments.put(id, "OPEN");
            return new Declined(
                    decline == null ? Declined.Reason.INSUFFICIENT_POINTS : decline, true);
        }
        var inPoints =
                switch (command.means()) {
                    case PaymentMeans.Points() -> price;
                    case PaymentMeans.Card _ -> 0;
                    case PaymentMeans.PointsAndCard(var part, _) -> part.amount();
                };
        points.addAndGet(-inPoints);
        byCard.put(id, price - inPoints);
        payments.put(id, "CHARGED");
        return new Charged();
    }

    private Declined.@Nullable Reason declineOf(long part, String card) {
        if (points.get() < part) {
            return Declined.Reason.INSUFFICIENT_POINTS;
        }
        return card.equals(BAD_CARD) ? Declined.Reason.CARD_DECLINED : null;
    }

    private synchronized PaymentReversed giveBack(BookingId id) {
        var before = payments.put(id, "REVERSED");
        if (!"CHARGED".equals(before)) {
            return new PaymentReversed(null, null);
        }
        var card = byCard.getOrDefault(id, 0L);
        var inPoints = Town.PRICE.amount() - card;
        points.addAndGet(inPoints);
        return new PaymentReversed(
                inPoints == 0 ? null : Money.won(inPoints), card == 0 ? null : Money.won(card));
    }

    /** A part that is refunded outside of the town goes to no purse of it. */
    private Object mark(MarkRefunded command) {
        return command.cancellationId() == null
                ? giveBack(command.bookingId())
                : refunds.add(command.bookingId() + "/" + command.cancellationId());
    }

    private synchronized RefundOutcome giveBackPart(Refund command) {
        if (!"CHARGED".equals(payments.get(command.bookingId()))) {
            return new RefundRefused("the booking is not charged");
        }
        if (refunds.add(command.bookingId() + "/" + command.cancellationId())) {
            points.addAndGet(command.amount().amount());
        }
        return new Refunded(command.amount(), new Money(0, command.amount().currency()));
    }
}
