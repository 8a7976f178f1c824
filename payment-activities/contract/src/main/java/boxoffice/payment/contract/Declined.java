package boxoffice.payment.contract;

/**
 * No money was taken under this attempt, and none will be.
 *
 * @param mayRetry whether another attempt can help
 */
public record Declined(Reason reason, boolean mayRetry) implements ChargeOutcome {

    /** Why. */
    public enum Reason {
        /** The wallet holds less than the amount, or the buyer has no wallet in this currency. */
        INSUFFICIENT_POINTS
    }
}
