package boxoffice.booking.saga;

import boxoffice.booking.contract.SweepPace;
import boxoffice.kernel.BookingId;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a sweep slow enough that other sales hardly feel it: so many starts within a second, so
 * many cancellations under way. One that takes long keeps its place for {@link #SLOW} only, so that
 * those that need an operator never stop the others, however many they are.
 */
final class SweepRate {

    /** How long a cancellation may take before it is called slow. */
    static final Duration SLOW = Duration.ofMinutes(1);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private SweepPace pace;
    private int startsInARow;
    private long lastStartMillis;

    /** Started and not ended, with the moment of the start. */
    private final Map<BookingId, Long> inFlight = new LinkedHashMap<>();

    SweepRate(@Nullable SweepPace pace) {
        var wished = Objects.requireNonNullElseGet(pace, SweepPace::standard);
        this.pace = wished.isWithinBounds() ? wished : SweepPace.standard();
    }

    SweepPace pace() {
        return pace;
    }

    /** A pace out of bounds changes nothing. */
    void change(SweepPace wished) {
        if (wished.isWithinBounds()) {
            pace = wished;
        }
    }

    /** Waits until one more may be turned to. A second's pause after a second's share. */
    void admit() {
        if (Workflow.currentTimeMillis() - lastStartMillis >= SECOND.toMillis()) {
            startsInARow = 0;
        }
        if (startsInARow >= pace.starts()) {
            Workflow.sleep(SECOND);
            startsInARow = 0;
        }
        while (active() >= pace.inFlight()) {
            Workflow.await(untilTheNextIsSlow(), () -> active() < pace.inFlight());
        }
        startsInARow++;
        lastStartMillis = Workflow.currentTimeMillis();
    }

    void started(BookingId id) {
        inFlight.put(id, Workflow.currentTimeMillis());
    }

    void ended(BookingId id) {
        inFlight.remove(id);
    }

    boolean isInFlight(BookingId id) {
        return inFlight.containsKey(id);
    }

    /** Waits until all have ended that are not slow. */
    void settle() {
        while (active() > 0) {
            Workflow.await(untilTheNextIsSlow(), () -> active() == 0);
        }
    }

    long slow() {
        return inFlight.size() - active();
    }

    private long active() {
        return inFlight.values().stream().filter(begun -> begun > slowSince()).count();
    }

    private static long slowSince() {
        return Workflow.currentTimeMillis() - SLOW.toMillis();
    }

    private Duration untilTheNextIsSlow() {
        var left =
                inFlight.values().stream()
                        .filter(begun -> begun > slowSince())
                        .mapToLong(begun -> begun - slowSince())
                        .min()
                        .orElse(1);
        return Duration.ofMillis(left);
    }

    String inWords() {
        return "At most %d turned to a second, %d under way."
                .formatted(pace.starts(), pace.inFlight());
    }
}
