package boxoffice.booking.saga;

import boxoffice.booking.saga.OperatorDesk.Decision;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import org.jspecify.annotations.Nullable;

/**
 * Brings a step to its end. Passing faults are retried for as long as it takes: by Temporal, at
 * {@link Pace#PATIENT} until the patience is over and an operator is told, then at {@link
 * Pace#SLOW}. What no retry can cure, a non-retryable failure or a refusal, waits for the operator.
 */
final class Patience {

    /** One call of a step; the decision is the operator's that led to it, if one did. */
    interface Call {
        StepResult make(Pace pace, @Nullable Decision decision);
    }

    private final Ledger ledger;
    private final OperatorDesk desk;

    Patience(Ledger ledger, OperatorDesk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    /** Returns when the step is done, skipped, or given up by a reviewed {@code reverse}. */
    StepResult untilDone(Step step, Call call) {
        ledger.note(step, Ledger.State.RUNNING, "");
        var pace = Pace.PATIENT;
        @Nullable Decision decision = null;
        while (true) {
            try {
                var result = call.make(pace, decision);
                if (!(result instanceof StepResult.Refused(var why))) {
                    desk.settled(step);
                    ledger.note(step, Ledger.State.DONE, noteOf(result));
                    return result;
                }
                decision = desk.park(step, why, true);
            } catch (ActivityFailure e) {
                if (e.getRetryState() == RetryState.RETRY_STATE_TIMEOUT) {
                    desk.overdue(step, reasonOf(e));
                    pace = Pace.SLOW;
                    continue;
                }
                decision = desk.park(step, reasonOf(e), false);
            }
            switch (decision.action()) {
                // No step that is tried here can be acknowledged.
                case RETRY, MARK_REFUNDED, ACKNOWLEDGE -> pace = Pace.PATIENT;
                case SKIP -> {
                    ledger.note(step, Ledger.State.SKIPPED, said(decision));
                    return new StepResult.Done("skipped");
                }
                case REVERSE -> {
                    ledger.note(step, Ledger.State.GIVEN_UP, said(decision));
                    return new StepResult.Refused(said(decision));
                }
            }
        }
    }

    private static String noteOf(StepResult result) {
        return switch (result) {
            case StepResult.Done(var note) -> note;
            case StepResult.EndedInSale ended -> "had ended in a sale before";
            case StepResult.Refused(var why) -> why;
        };
    }

    private static String said(Decision decision) {
        return decision.by() + ": " + decision.reason();
    }

    private static String reasonOf(ActivityFailure failure) {
        var cause = failure.getCause();
        var message = cause == null ? failure.getMessage() : cause.getMessage();
        return message == null ? failure.getActivityType() : message;
    }
}
