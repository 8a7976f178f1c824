package boxoffice.bench;

import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A local system of a bench's own, from its start to its end. */
final class Measuring {
    private Measuring() {}

    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    /** What is measured. */
    interface Experiment {

        /**
         * @param data a folder for this run, deleted where it ends well
         */
        void run(LocalSystem system, Path data) throws IOException, SQLException;
    }

    /**
     * Measures and ends the process.
     *
     * @param arguments the repository's root folder, built up to {@code process-classes}; a folder
     *     for the data, on the disk that is meant: its syncs are in the figures
     */
    static void main(String[] arguments, Experiment experiment) {
        var main = Thread.currentThread();
        var ended = new CountDownLatch(1);
        // Ctrl-C: the main thread stops what it started, in order.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruptAndWait(main, ended)));
        var code = 1;
        try {
            run(Path.of(arguments[0]), Path.of(arguments[1]), experiment);
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
    private static void run(Path root, Path folder, Experiment experiment)
            throws IOException, SQLException {
        var data = Files.createTempDirectory(Files.createDirectories(folder), "run");
        say(
                "%s%nload before the start %s; data and logs in %s",
                Machine.facts(), Machine.load(), data);
        try (var system = LocalSystem.start(Plan.forTests(root, data), line -> say("  %s", line))) {
            if (!system.hasRealTemporal()) {
                throw new IllegalStateException("without a real Temporal there is nothing to time");
            }
            try {
                experiment.run(system, data);
            } finally {
                // With the interrupt still pending every wait for an orderly end is cut short.
                if (Thread.interrupted()) {
                    say("interrupted; stopping");
                }
            }
        }
        delete(data);
    }

    static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
