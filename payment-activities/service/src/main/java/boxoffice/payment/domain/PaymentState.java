package boxoffice.payment.domain;

/**
 * Where a booking's payment stands. It only moves forward; the one way back to {@link #CHARGING} is
 * a later attempt, so that attempt and state together still only grow.
 */
public enum PaymentState {
    /** The current attempt is being asked for; whether money moved is not known yet. */
    CHARGING,
    /** The current attempt is known as declined. The buyer may try again. */
    OPEN,
    /** The money is taken. */
    CHARGED,
    /** The money has to go back, and is not back yet. */
    REVERSING,
    /** Nothing is taken, and nothing ever will be: a late charge meets it and is refused. */
    REVERSED;

    /** Whether a payment may go from this state to that one. Staying is no step. */
    public boolean mayBecome(PaymentState next) {
        return switch (this) {
            case CHARGING ->
                    next == OPEN || next == CHARGED || next == REVERSING || next == REVERSED;
            case OPEN -> next == CHARGING || next == REVERSING || next == REVERSED;
            case CHARGED -> next == REVERSING;
            case REVERSING -> next == REVERSED;
            case REVERSED -> false;
        };
    }
}
