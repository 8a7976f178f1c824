package boxoffice.booking.saga;

import boxoffice.booking.contract.StartBooking;
import boxoffice.booking.saga.OperatorDesk.Decision;
import boxoffice.kernel.Money;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.ChargeRefused;
import boxoffice.payment.contract.Charged;
import boxoffice.payment.contract.Declined;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentMethod;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.payment.contract.Reverse;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
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

    Result charge(Money amount, PaymentMethod method) {
        attempt++;
        undo.register(Step.REVERSE_PAYMENT, this::reverse);
        var summary = "Charge %s by %s, attempt %d".formatted(amount, method, attempt);
        var command = new Charge(start.bookingId(), start.buyerId(), attempt, amount, method);
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

    private StepResult reverse(Pace pace, @Nullable Decision decision) {
        var id = start.bookingId();
        var buyer = start.buyerId();
        var answer =
                decision != null && decision.action() == Action.MARK_REFUNDED
                        ? Services.payment(pace, "Check that the money is back")
                                .markRefunded(
                                        new MarkRefunded(
                                                id, buyer, decision.by(), decision.reason()))
                        : Services.payment(pace, "Reverse the payment")
                                .reverse(new Reverse(id, buyer));
        return switch (answer) {
            case PaymentReversed(var refunded) ->
                    new StepResult.Done(
                            refunded == null ? "nothing had been taken" : refunded + " back");
        };
    }
}
