package boxoffice.booking.saga;

import java.util.EnumSet;
import java.util.Set;

/**
 * The steps that must succeed in the end: the undo of what was begun, the settling of what was
 * paid, what a cancellation has to do, and what a dispute. Named like their activities, which is
 * how an operator's signal names them.
 */
enum Step {
    REVERSE_PAYMENT("reverse", EnumSet.of(Action.RETRY, Action.MARK_REFUNDED)),
    /** A debt of its own: the payment is closed, the provider still owes its refund. */
    FINISH_REVERSAL("finishReversal", EnumSet.of(Action.RETRY, Action.MARK_REFUNDED)),
    CANCEL_ORDER("cancelOrder", EnumSet.of(Action.RETRY, Action.SKIP)),
    RELEASE_SEATS("releaseSeats", EnumSet.of(Action.RETRY, Action.SKIP)),
    GIVE_PASS_BACK("givePassBack", EnumSet.of(Action.RETRY, Action.SKIP)),
    /** May be reversed only when it was refused: no late attempt can sell what is not held. */
    SELL_SEATS("sellSeats", EnumSet.of(Action.RETRY, Action.REVERSE)),
    CONFIRM_ORDER("confirmOrder", EnumSet.of(Action.RETRY)),
    FINISH_PASS("finishPass", EnumSet.of(Action.RETRY)),
    CLAIM_LINES("claimLines", EnumSet.of(Action.RETRY)),
    REFUND("refund", EnumSet.of(Action.RETRY, Action.MARK_REFUNDED)),
    RELEASE_SOLD("releaseSold", EnumSet.of(Action.RETRY)),
    CLOSE_LINES("closeLines", EnumSet.of(Action.RETRY)),
    LOOK_AT_DISPUTE("lookAtDispute", EnumSet.of(Action.RETRY)),
    DISPUTE_ORDER("disputeOrder", EnumSet.of(Action.RETRY, Action.SKIP)),
    /** No activity: what a person does, at the provider. Trying again is another look. */
    ANSWER_DISPUTE("answerDispute", EnumSet.of(Action.RETRY, Action.ACKNOWLEDGE)),
    SETTLE_DISPUTE("settleDispute", EnumSet.of(Action.RETRY, Action.SKIP));

    private final String text;
    private final Set<Action> fitting;

    Step(String text, Set<Action> fitting) {
        this.text = text;
        this.fitting = fitting;
    }

    /** Whether an operator may decide this; {@code refused} tells a refusal from a failure. */
    boolean allows(Action action, boolean refused) {
        return fitting.contains(action) && (action != Action.REVERSE || refused);
    }

    @Override
    public String toString() {
        return text;
    }
}
