package boxoffice.bench;

import static boxoffice.bench.Measuring.say;

import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What those who look at a seat map cost: first how many of its 304s a second, against a service of
 * the same stack that has nothing to say; then how long a hold takes while many look at the same
 * house, against one that nobody looks at. Both in turns, on one local system of its own.
 */
public final class SeatMapBench {

    private static final String HOUSE = "/api/schedules/city-lights-1/seats";

    private static final int RACERS = 16;
    private static final Duration RACE_WARM_UP = Duration.ofSeconds(60);
    private static final Duration RACE = Duration.ofSeconds(10);
    private static final int RACES = 6;
    private static final double RATE_TARGET = 0.9;

    private static final int READERS = 200;
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int BUYERS = 4;
    private static final Duration HOLD_WARM_UP = Duration.ofSeconds(40);
    private static final Duration HOLDS = Duration.ofSeconds(20);
    private static final int ROUNDS = 5;

    private SeatMapBench() {}

    /**
     * @param arguments as for {@link Bench}
     */
    public static void main(String[] arguments) {
        Measuring.main(arguments, SeatMapBench::measure);
    }

    private static void measure(LocalSystem system, Path data) throws IOException, SQLException {
        races(system, data);
        holds(system);
        say("%nload at the end %s", Machine.load());
    }

    private static void races(LocalSystem system, Path data) {
        try (var empty = EmptyProcess.start(data);
                var map = new Readers(system.address(Service.CONCERT).resolve(HOUSE));
                var nothing = new Readers(empty.address().resolve(EmptyService.PATH))) {
            var etag = map.etag();
            say("%nwarming up for %d s each", RACE_WARM_UP.toSeconds());
            race(map, etag, RACE_WARM_UP);
            race(nothing, null, RACE_WARM_UP);
            say("%nround   304s of a seat map   answers of nothing   (a second)");
            var maps = 0.0;
            var nothings = 0.0;
            for (var round = 1; round <= RACES; round++) {
                var ofMap = race(map, etag, RACE);
                var ofNothing = race(nothing, null, RACE);
                say("%5d   %18.0f   %18.0f", round, ofMap, ofNothing);
                maps += ofMap;
                nothings += ofNothing;
            }
            say(
                    "%nSeat maps that have not changed are answered at %.2f of the rate of"
                            + " nothing;%nthe target, at least %.1f, is %s.",
                    maps / nothings,
                    RATE_TARGET,
                    maps / nothings >= RATE_TARGET ? "met" : "MISSED");
        }
    }

    private static double race(Readers readers, @Nullable String etag, Duration time) {
        return readers.race(RACERS, etag, etag == null ? 204 : 304, time)
                / (double) time.toSeconds();
    }

    private static void holds(LocalSystem system) throws SQLException {
        var alone = new ArrayList<Duration>();
        var watched = new ArrayList<Duration>();
        try (var holders = new Holders(system, SampleHouse.of(system), BUYERS)) {
            say("%nwarming up for %d s: %d buyers hold", HOLD_WARM_UP.toSeconds(), BUYERS);
            holders.hold(HOLD_WARM_UP);
            say("%nround   holds, alone  p50   p99   with %d readers  p50   p99", READERS);
            for (var round = 1; round <= ROUNDS; round++) {
                var now = holders.hold(HOLDS);
                alone.addAll(now);
                List<Duration> then;
                try (var readers = new Readers(system.address(Service.CONCERT).resolve(HOUSE))) {
                    readers.look(READERS, PACE);
                    then = holders.hold(HOLDS);
                    watched.addAll(then);
                    tell(round, new Figures(now), new Figures(then));
                    say(
                            "%14d answers to readers, %d of them 304",
                            readers.answers(), readers.unchanged());
                }
            }
        }
        say("%nms, %d and %d holds", alone.size(), watched.size());
        tell(0, new Figures(alone), new Figures(watched));
        say(
                "%nWith %d readers a hold's p99 is %.2f times what it is alone.",
                READERS,
                new Figures(watched).percentileMs(99) / new Figures(alone).percentileMs(99));
    }

    private static void tell(int round, Figures alone, Figures watched) {
        say(
                "%5s   %12.1f %7.1f   %20.1f %7.1f",
                round == 0 ? "all" : round,
                alone.p50Ms(),
                alone.percentileMs(99),
                watched.p50Ms(),
                watched.percentileMs(99));
    }
}
