package boxoffice.booking.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How fast the bookings of a canceled schedule are given back, so that other sales hardly feel it.
 * What is not said is the default.
 *
 * @param startsPerSecond bookings turned to within a second at most, 1 to {@link
 *     #STARTS_PER_SECOND_MAX}
 * @param inFlightMax cancellations under way at once at most, 1 to {@link #IN_FLIGHT_MAX}; one that
 *     takes longer than a minute is not counted any more, so that it stops no other
 */
public record SweepPace(@Nullable Integer startsPerSecond, @Nullable Integer inFlightMax) {

    public static final int STARTS_PER_SECOND_MAX = 100;
    public static final int IN_FLIGHT_MAX = 200;

    private static final int STARTS_PER_SECOND = 10;
    private static final int IN_FLIGHT = 20;

    /** The pace where nobody says another. */
    public static SweepPace standard() {
        return new SweepPace(STARTS_PER_SECOND, IN_FLIGHT);
    }

    public int starts() {
        return Objects.requireNonNullElse(startsPerSecond, STARTS_PER_SECOND);
    }

    public int inFlight() {
        return Objects.requireNonNullElse(inFlightMax, IN_FLIGHT);
    }

    /** Whether it is a pace that may be gone at. */
    public boolean isWithinBounds() {
        return starts() >= 1
                && starts() <= STARTS_PER_SECOND_MAX
                && inFlight() >= 1
                && inFlight() <= IN_FLIGHT_MAX;
    }
}
