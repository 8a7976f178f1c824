package boxoffice.payment.contract;

/** Types of the application failures that no retry can cure. */
public enum PaymentFailure {
    /** The command breaks a rule of its own: an amount that is not positive, attempt 0. */
    MALFORMED_COMMAND
}
