package boxoffice.sandbox;

import java.time.Duration;

/**
 * How long what takes long takes, as a share of what a person would find convincing.
 *
 * @param percent 100 for people; tests are in a hurry
 */
public record Pace(int percent) {

    public static final Pace NORMAL = new Pace(100);

    public Pace {
        if (percent < 0) {
            throw new IllegalArgumentException("a pace is not negative: " + percent);
        }
    }

    private Duration of(int millis) {
        return Duration.ofMillis((long) millis * percent / 100);
    }

    /** Until a slow card's bank has answered. */
    Duration slow() {
        return of(5_000);
    }

    /** Until a charge that is processing is through. */
    Duration processing() {
        return of(3_000);
    }

    /** Until a pending refund is through. */
    Duration refundPending() {
        return of(3_000);
    }

    /** Until the bank has decided about a dispute. */
    Duration disputeOpen() {
        return of(30_000);
    }

    /** By how much a late webhook is late. */
    Duration webhookLate() {
        return of(10_000);
    }

    /** Before a webhook that was not taken is sent for the second time; then twice as long. */
    Duration webhookAgain() {
        return of(1_000);
    }
}
