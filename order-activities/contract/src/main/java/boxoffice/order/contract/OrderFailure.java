package boxoffice.order.contract;

/** Types of the application failures that no retry can cure. */
public enum OrderFailure {
    /** The command breaks a rule of its own: no lines, a total that its lines do not add up to. */
    MALFORMED_COMMAND
}
