package boxoffice.booking.saga;

import boxoffice.booking.contract.PayBooking;
import boxoffice.booking.contract.StartBooking;
import boxoffice.booking.saga.OperatorDesk.Decision;
import boxoffice.kernel.Money;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.ChargeRefused;
import boxoffice.payment.contract.Charged;
import boxoffice.payment.contract.Declined;
import boxoffice.payment.contract.PaymentMeans;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.payment.contract.RefundOwed;
import boxoffice.payment.contract.Reverse;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The pivot: charges, numbered by attempt, and the undo that goes with them. */
final class Charging {

    /** How often one booking may try to pay; the rest is card testing. */
    static final int ATTEMPTS_MAX = 10;

    private static final Logger log = Workflow.getLogger(Charging.class);

    /** What a charge came to, as far as it could be learned. */
    sealed interface Result {
        /** The money is taken. */
        record Paid() implements Result {}

        /** No money is taken, and none will be under this attempt. */
        record NotPaid(Declined decline) implements Result {}

        /** It is not known, or fenced off: never to be taken for declined. */
        record Unknown() implements Result {}
    }

    private final StartBooking start;
    private final UndoList undo;
    private int attempt;

    Charging(StartBooking start, UndoList undo) {
        this.start = start;
        this.undo = undo;
    }

    boolean mayTryAgain() {
        return attempt < ATTEMPTS_MAX;
    }

    Result charge(Money amount, PayBooking request) {
        var means = meansOf(request);
        attempt++;
        undo.register(Step.REVERSE_PAYMENT, this::reverse);
        var summary = "Charge %s by %s, attempt %d".formatted(amount, means, attempt);
        var command = new Charge(start.bookingId(), start.buyerId(), attempt, amount, means);
        try {
            return switch (Services.payment(Pace.CHARGE, summary).charge(command)) {
                case Charged() -> new Result.Paid();
                case Declined declined -> new Result.NotPaid(declined);
                case ChargeRefused() -> new Result.Unknown();
            };
        } catch (ActivityFailure e) {
            log.warn("The outcome of attempt {} could not be learned: {}", attempt, e.toString());
            return new Result.Unknown();
        }
    }

    private static PaymentMeans meansOf(PayBooking request) {
        return switch (request.method()) {
            case "POINTS" -> new PaymentMeans.Points();
            case "CARD" -> new PaymentMeans.Card(present(request.paymentMethodId()));
            case "POINTS_AND_CARD" ->
                    new PaymentMeans.PointsAndCard(
                            present(request.points()), present(request.paymentMethodId()));
            default -> throw new IllegalArgumentException("no method " + request.method());
        };
    }

    private static <T> T present(@Nullable T part) {
        return Objects.requireNonNull(part, "checked at the edge");
    }

    private StepResult reverse(Pace pace, @Nullable Decision decision) {
        if (decision != null && decision.action() == Action.MARK_REFUNDED) {
            return markRefunded(pace, decision);
        }
        return switch (Services.payment(pace, "Reverse the payment").reverse(command())) {
            case PaymentReversed reversed -> done(reversed);
            case RefundOwed(var toCard) -> {
                undo.register(Step.FINISH_REVERSAL, this::finishReversal);
                yield new StepResult.Done(toCard + " owed to the card");
            }
        };
    }

    private StepResult finishReversal(Pace pace, @Nullable Decision decision) {
        return decision != null && decision.action() == Action.MARK_REFUNDED
                ? markRefunded(pace, decision)
                : done(Services.payment(pace, "Refund the card").finishReversal(command()));
    }

    private StepResult markRefunded(Pace pace, Decision decision) {
        return Services.markRefunded(pace, start.bookingId(), start.buyerId(), null, decision);
    }

    private Reverse command() {
        return new Reverse(start.bookingId(), start.buyerId());
    }

    private static StepResult done(PaymentReversed reversed) {
        return new StepResult.Done(whatCameBack(reversed.toPoints(), reversed.toCard()));
    }

    private static String whatCameBack(@Nullable Money toPoints, @Nullable Money toCard) {
        if (toPoints == null && toCard == null) {
            return "nothing had been taken";
        }
        return Stream.of(
                        toCard == null ? "" : toCard + " to the card",
                        toPoints == null ? "" : toPoints + " to the points")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
