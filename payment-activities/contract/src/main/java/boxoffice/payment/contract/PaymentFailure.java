package boxoffice.payment.contract;

/** Types of the application failures that no retry can cure. */
public enum PaymentFailure {
    /** The command breaks a rule of its own: an amount that is not positive, attempt 0. */
    MALFORMED_COMMAND,

    /**
     * The booking's payment is of another buyer or another amount, or the dispute of another
     * payment. A booking's price never changes once its seats are held, so one of the two commands
     * is wrong: nothing moves for this one.
     */
    CONTRADICTS_PAYMENT,

    /** The provider has failed a refund again and again: a person must look. */
    REFUND_FAILED
}
