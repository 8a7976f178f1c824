package boxoffice.booking.saga;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** How long and how often a step is tried. Temporal alone retries; nobody else does. */
enum Pace {
    /** While the buyer looks on: within the time that the deadline leaves to reserving. */
    RESERVE(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30)),
    /** A charge: past this patience its outcome counts as unknown, and it is reversed. */
    CHARGE(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(10)),
    /** Undo and settle, until an operator should know. */
    PATIENT(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(10)),
    /** Undo and settle, after an operator was told: for as long as it takes. */
    SLOW(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ZERO),
    /** What nobody waits for and nothing depends on: for as long as it takes. */
    SWEEP(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ZERO);

    /**
     * For one local transaction; and how soon the death of a step that calls outside is noticed.
     */
    static final Duration START_TO_CLOSE = Duration.ofSeconds(10);

    /** For one attempt at a step that calls outside and goes on asking there. */
    private static final Duration OUTSIDE_START_TO_CLOSE = Duration.ofMinutes(10);

    private final Duration intervalFirst;
    private final Duration intervalMax;
    private final Duration patience;

    Pace(Duration intervalFirst, Duration intervalMax, Duration patience) {
        this.intervalFirst = intervalFirst;
        this.intervalMax = intervalMax;
        this.patience = patience;
    }

    /**
     * @param summary what a person reads beside the activity in the Web UI
     */
    ActivityOptions options(String taskQueue, String summary) {
        var options =
                ActivityOptions.newBuilder()
                        .setTaskQueue(taskQueue)
                        .setSummary(summary)
                        .setStartToCloseTimeout(START_TO_CLOSE)
                        .setRetryOptions(
                                RetryOptions.newBuilder()
                                        .setInitialInterval(intervalFirst)
                                        .setMaximumInterval(intervalMax)
                                        .setBackoffCoefficient(2)
                                        .build());
        if (patience.isPositive()) {
            options.setScheduleToCloseTimeout(patience);
        }
        return options.build();
    }

    /**
     * For a step that may call outside and wait there: it beats while it waits.
     *
     * @param summary what a person reads beside the activity in the Web UI
     */
    ActivityOptions outsideOptions(String taskQueue, String summary) {
        return ActivityOptions.newBuilder(options(taskQueue, summary))
                .setStartToCloseTimeout(OUTSIDE_START_TO_CLOSE)
                .setHeartbeatTimeout(START_TO_CLOSE)
                .build();
    }
}
