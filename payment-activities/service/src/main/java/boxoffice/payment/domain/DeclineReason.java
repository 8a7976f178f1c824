package boxoffice.payment.domain;

/** Why an attempt took nothing. */
public enum DeclineReason {
    /** The wallet holds less than the amount, or there is none in this currency. */
    INSUFFICIENT_POINTS;

    /** Whether another attempt can help: points can be topped up. */
    public boolean mayRetry() {
        return switch (this) {
            case INSUFFICIENT_POINTS -> true;
        };
    }
}
