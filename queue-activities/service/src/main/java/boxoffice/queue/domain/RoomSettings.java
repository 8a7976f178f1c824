package boxoffice.queue.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How a room lets in.
 *
 * @param cap inside at once, at most
 * @param ratePerSecond let in within one second of the clock, at most
 * @param opensAt before it those who come are a pool
 * @param grace how long a place is kept after the last sign of life
 * @param passLife how long a pass is good
 * @param shuffle whether the pool is shuffled at the opening, or stands in the order of coming
 */
public record RoomSettings(
        int cap,
        int ratePerSecond,
        Instant opensAt,
        Duration grace,
        Duration passLife,
        boolean shuffle) {

    public static final int CAP_MAX = 100_000;
    public static final int RATE_MAX = 10_000;

    /** Shorter than that, the polls of those far back would be too far apart. */
    public static final Duration GRACE_MIN = Duration.ofSeconds(60);

    public static final Duration GRACE_MAX = Duration.ofHours(1);
    public static final Duration GRACE_DEFAULT = Duration.ofMinutes(5);
    public static final Duration PASS_MIN = Duration.ofSeconds(30);
    public static final Duration PASS_MAX = Duration.ofHours(1);
    public static final Duration PASS_DEFAULT = Duration.ofMinutes(10);

    /**
     * @throws IllegalArgumentException when a limit is not within its bounds
     */
    public RoomSettings {
        require(cap >= 1 && cap <= CAP_MAX, "cap");
        require(ratePerSecond >= 1 && ratePerSecond <= RATE_MAX, "rate");
        require(within(grace, GRACE_MIN, GRACE_MAX), "grace");
        require(within(passLife, PASS_MIN, PASS_MAX), "pass life");
    }

    private static void require(boolean isSo, String what) {
        if (!isSo) {
            throw new IllegalArgumentException(what + " is out of bounds");
        }
    }

    private static boolean within(Duration value, Duration min, Duration max) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }
}
