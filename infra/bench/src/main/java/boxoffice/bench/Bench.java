package boxoffice.bench;

import boxoffice.bench.Course.Run;
import boxoffice.local.servers.TemporalServer;
import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final List<Run> bookings = new ArrayList<>();
    private final List<Run> noOps = new ArrayList<>();

    private Bench() {}

    /**
     * @param arguments the repository's root folder, built up to {@code process-classes}; a folder
     *     for the data, on the disk that is meant: its syncs are in the figures
     */
    public static void main(String[] arguments) {
        var main = Thread.currentThread();
        var ended = new CountDownLatch(1);
        // Ctrl-C: the main thread stops what it started, in order.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruptAndWait(main, ended)));
        var code = 1;
        try {
            run(Path.of(arguments[0]), Path.of(arguments[1]));
            code = 0;
        } catch (IOException | SQLException | RuntimeException e) {
            e.printStackTrace();
        } finally {
            ended.countDown();
        }
        System.exit(code);
    }

    private static void interruptAndWait(Thread main, CountDownLatch ended) {
        main.interrupt();
        try {
            if (!ended.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                say("not everything has stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it fails its data and logs are kept. */
    private static void run(Path root, Path folder) throws IOException, SQLException {
        var data = Files.createTempDirectory(Files.createDirectories(folder), "run");
        say(
                "%s%nload before the start %s; data and logs in %s",
                Machine.facts(), Machine.load(), data);
        try (var system = LocalSystem.start(Plan.forTests(root, data), line -> say("  %s", line))) {
            if (!system.hasRealTemporal()) {
                throw new IllegalStateException("without a real Temporal there is nothing to time");
            }
            try {
                new Bench().measure(system);
            } finally {
                // With the interrupt still pending every wait for an orderly end is cut short.
                if (Thread.interrupted()) {
                    say("interrupted; stopping");
                }
            }
        }
        delete(data);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
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

    private static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
