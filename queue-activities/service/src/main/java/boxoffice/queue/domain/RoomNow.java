package boxoffice.queue.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A room as it was a moment ago: all that a position needs, without a look at any row.
 *
 * @param asOf by the database's clock
 * @param watermark up to this number everybody was let in or has left
 * @param placed whether all of the pool have their numbers
 * @param waiting in the pool and in the line
 * @param inside with a pass that is good, or in a booking
 * @param holding those of them who are in a booking
 * @param admittedLately let in within the last {@link #LATELY}
 * @param freeSeats of the date, as the concert service counts them; empty where it does not say
 */
public record RoomNow(
        WaitingRoom room,
        Instant asOf,
        long numbered,
        long watermark,
        boolean placed,
        int waiting,
        int inside,
        int holding,
        int admittedLately,
        Departures departures,
        Optional<Integer> freeSeats) {

    /** Long enough to be steady, short enough to follow a change of the rate. */
    public static final Duration LATELY = Duration.ofSeconds(30);

    /** How far the estimate may be off, either way, when things go on as they went. */
    private static final double DOUBT = 0.25;

    /** How long a wait may be; the later end is empty where nobody is let in at present. */
    public record Wait(Duration earliest, Optional<Duration> latest) {}

    /** Whether somebody with this number may not be waiting any more. */
    public boolean hasPassed(long number) {
        return number <= watermark || departures.contains(number);
    }

    /** How many stand before that number. */
    public long ahead(long number) {
        return Math.max(0, number - watermark - 1 - departures.between(watermark, number));
    }

    /** Whether the date has no seat left, and nobody inside is about to give one back. */
    public boolean isSoldOut() {
        return freeSeats.filter(free -> free == 0).isPresent() && holding == 0;
    }

    /** Whether there is a seat to come in for, as far as is known. */
    public boolean hasSeats() {
        return freeSeats.filter(free -> free == 0).isEmpty();
    }

    /** Whether whoever comes now would be let in at once. */
    public boolean hasNobodyWaiting() {
        return placed && waiting == 0 && room.state().letsIn() && hasSeats();
    }

    public double admittedPerSecond() {
        return (double) admittedLately / LATELY.toSeconds();
    }

    /**
     * How long until so many more are let in: at the best by the room's rate, at the worst by what
     * was measured lately.
     */
    public Wait waitFor(long ahead) {
        var measured = admittedPerSecond();
        var earliest = seconds((ahead + 1) / (double) room.settings().ratePerSecond());
        return measured == 0
                ? new Wait(earliest, Optional.empty())
                : new Wait(
                        max(earliest, seconds((ahead + 1) / measured * (1 - DOUBT))),
                        Optional.of(max(earliest, seconds((ahead + 1) / measured * (1 + DOUBT)))));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
