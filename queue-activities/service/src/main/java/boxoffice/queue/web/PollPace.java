package boxoffice.queue.web;

import boxoffice.queue.domain.EntryState;
import boxoffice.queue.domain.Place;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When it makes sense to look again: the sooner the nearer, several times within a grace, and not
 * all at once.
 */
final class PollPace {
    private PollPace() {}

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Parts of what is left to wait: who is ten minutes away looks each thirty seconds. */
    private static final int LOOKS = 8;

    private static final int LOOKS_IN_A_GRACE = 3;
    private static final double SPREAD = 0.25;

    /** Empty for whoever waits for nothing. */
    static Optional<Duration> of(Place place) {
        if (place.entry().state() != EntryState.WAITING) {
            return Optional.empty();
        }
        var room = place.room();
        var opening = Duration.between(room.asOf(), room.room().settings().opensAt());
        var left =
                place.expectedWait()
                        .map(wait -> wait.earliest())
                        .orElse(opening.isPositive() ? opening : Duration.ofMinutes(1));
        var longest = min(LONGEST, room.room().settings().grace().dividedBy(LOOKS_IN_A_GRACE));
        var even = max(SHORTEST, min(longest, left.dividedBy(LOOKS)));
        var spread = 1 + SPREAD * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Optional.of(Duration.ofMillis(Math.round(even.toMillis() * spread)));
    }

    /** In whole seconds, as a header has it. */
    static long seconds(Duration pace) {
        return Math.max(1, Math.round(pace.toMillis() / 1000.0));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
