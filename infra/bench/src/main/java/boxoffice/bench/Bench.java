package boxoffice.bench;

import static boxoffice.bench.Measuring.say;

import boxoffice.bench.Course.Run;
import boxoffice.local.servers.TemporalServer;
import boxoffice.local.system.LocalSystem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Times a whole booking, hold and pay over HTTP, against the no-op saga of the same shape: on one
 * local system of its own, one at a time, in turns, so that whatever the machine does hits both.
 */
public final class Bench {

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int ROUNDS = 6;
    private static final int PAIRS_A_ROUND_MIN = 5;
    private static final double TARGET_MS = 200;

    private final List<Run> bookings = new ArrayList<>();
    private final List<Run> noOps = new ArrayList<>();

    private Bench() {}

    /**
     * @param arguments the repository's root folder, built up to {@code process-classes}; a folder
     *     for the data, on the disk that is meant: its syncs are in the figures
     */
    public static void main(String[] arguments) {
        Measuring.main(arguments, (system, _) -> new Bench().measure(system));
    }

    private void measure(LocalSystem system) throws SQLException {
        var house = SampleHouse.of(system);
        var buyer = SampleHouse.buyerWithPoints(system);
        try (var booking = new HouseCourse(system, buyer, house);
                var noOp = new NoOpHouse(system.temporalTarget(), TemporalServer.NAMESPACE)) {
            warmUp(booking, noOp);
            say("warm; seats for %d more bookings", house.bookingsLeft());
            say("%nround   booking p50   p95      no-op p50   p95   (ms)");
            for (var round = 1; round <= ROUNDS; round++) {
                var from = bookings.size();
                var end = System.nanoTime() + ROUND.toNanos();
                while (System.nanoTime() < end || bookings.size() < from + PAIRS_A_ROUND_MIN) {
                    bookings.add(booking.once());
                    noOps.add(noOp.once());
                }
                say(
                        "%5d   %11.1f %6.1f   %9.1f %6.1f",
                        round,
                        figures(bookings.subList(from, bookings.size()), Run::whole).p50Ms(),
                        figures(bookings.subList(from, bookings.size()), Run::whole).p95Ms(),
                        figures(noOps.subList(from, noOps.size()), Run::whole).p50Ms(),
                        figures(noOps.subList(from, noOps.size()), Run::whole).p95Ms());
            }
            report(new Anatomy(noOp.client()));
        }
    }

    private static void warmUp(Course booking, Course noOp) {
        say("warming up for %d s", WARM_UP.toSeconds());
        var end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            booking.once();
            noOp.once();
        }
    }

    private void report(Anatomy anatomy) {
        say("%nload at the end %s; %d of each, in turns", Machine.load(), bookings.size());
        say("%nms            p50     p95");
        tell("booking", bookings, Run::whole);
        tell("  hold", bookings, Run::hold);
        tell("  pay", bookings, Run::pay);
        tell("no-op", noOps, Run::whole);
        tell("  hold", noOps, Run::hold);
        tell("  pay", noOps, Run::pay);
        var p50 = figures(bookings, Run::whole).p50Ms();
        say(
                "%nA booking takes %.2f times its no-op (p50; %.2f at p95).",
                p50 / figures(noOps, Run::whole).p50Ms(),
                figures(bookings, Run::whole).p95Ms() / figures(noOps, Run::whole).p95Ms());
        say(
                "The target, p50 of a booking at most %.0f ms, is %s.",
                TARGET_MS, p50 <= TARGET_MS ? "met" : "MISSED");
        say("%nA booking in its history:%n%s", anatomy.of(bookings));
        say("%nThe no-op in its history:%n%s", anatomy.of(noOps));
    }

    private static void tell(String name, List<Run> runs, Function<Run, Duration> part) {
        var figures = figures(runs, part);
        say("%-10s %6.1f  %6.1f", name, figures.p50Ms(), figures.p95Ms());
    }

    private static Figures figures(List<Run> runs, Function<Run, Duration> part) {
        return new Figures(runs.stream().map(part).toList());
    }
}
