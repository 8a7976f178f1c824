package boxoffice.local.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Temporal's dev server on the loopback interface, with what Boxoffice needs of it set up: the
 * search attributes and seven days of retention in the namespace {@code default}. On a file it
 * survives being killed.
 */
public final class TemporalServer implements AutoCloseable {

    /**
     * How to run it.
     *
     * @param file where workflows are kept; null keeps them in memory
     * @param port 0 for any that is free
     * @param uiPort of the Web UI; 0 for none
     */
    public record Settings(@Nullable Path file, int port, int uiPort, Path log) {}

    /** The namespace that everything local runs in. */
    public static final String NAMESPACE = "default";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_GRACE = Duration.ofSeconds(15);
    private static final int LAUNCHES_MAX = 4;
    private static final String RETENTION = "168h";

    static final Map<String, String> SEARCH_ATTRIBUTES =
            new TreeMap<>(
                    Map.of(
                            "BookingStatus", "Keyword",
                            "ConcertId", "Keyword",
                            "ScheduleId", "Keyword",
                            "BuyerId", "Keyword",
                            "NeedsOperator", "Bool"));

    /** Without the first two the one shard of a dev server waits some 50 ms a hop for nothing. */
    private static final List<String> TUNING =
            List.of(
                    "--dynamic-config-value",
                    "history.transferProcessorMaxPollRPS=100000",
                    "--dynamic-config-value",
                    "history.timerProcessorMaxPollRPS=100000");

    /** Twice the rate of the default journal, and a write is on disk when it returns. */
    private static final List<String> DURABLE =
            List.of("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=FULL");

    private final Settings settings;
    private final Path binary;
    private final int port;
    private Daemon daemon;

    private TemporalServer(Settings settings, Path binary) {
        this.settings = settings;
        this.binary = binary;
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
        this.daemon = launch();
    }

    /**
     * Starts it and returns when it answers and is set up; empty where its program cannot be had.
     *
     * @throws ServerFailed where it does not come up; the message holds the log's end
     */
    public static Optional<TemporalServer> start(Settings settings, Consumer<String> progress) {
        return TemporalBinary.find(progress).map(binary -> new TemporalServer(settings, binary));
    }

    /** Starts it again on the same file and ports, after {@link #kill} or its own death. */
    public void startAgain() {
        if (daemon.isAlive()) {
            throw new IllegalStateException("Temporal runs");
        }
        daemon = launch();
    }

    /**
     * The dev server picks ports for its inner services itself and binds them a moment later; where
     * somebody was quicker it ends, and another launch picks others.
     */
    private Daemon launch() {
        for (var launches = 1; ; launches++) {
            try {
                return launchOnce();
            } catch (ServerFailed e) {
                if (launches == LAUNCHES_MAX || !isCollisionWithin(e) || !Ports.isFree(port)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isCollisionWithin(ServerFailed failed) {
        return String.valueOf(failed.getMessage()).contains("address already in use");
    }

    private Daemon launchOnce() {
        var line = new ArrayList<>(List.of(binary.toString(), "server", "start-dev"));
        line.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port)));
        line.addAll(List.of("--log-level", "error"));
        line.addAll(
                settings.uiPort() == 0
                        ? List.of("--headless")
                        : List.of(
                                "--ui-ip",
                                "127.0.0.1",
                                "--ui-port",
                                Integer.toString(settings.uiPort())));
        line.addAll(TUNING);
        if (settings.file() != null) {
            line.addAll(List.of("--db-filename", settings.file().toString()));
            line.addAll(DURABLE);
        }
        SEARCH_ATTRIBUTES.forEach(
                (name, type) -> line.addAll(List.of("--search-attribute", name + "=" + type)));
        var started =
                Daemon.start(
                        new Daemon.Command(
                                "Temporal",
                                line,
                                Map.of("TEMPORAL_VERSION_CHECK_DISABLED", "1"),
                                settings.log()));
        try {
            awaitAnswer(started);
            return started;
        } catch (RuntimeException e) {
            // Nobody else knows of it yet.
            started.kill();
            throw e;
        }
    }

    private void awaitAnswer(Daemon started) {
        var limit = Instant.now().plus(START_LIMIT);
        while (!isServing() || !isSetUp()) {
            if (!started.isAlive()) {
                throw ServerFailed.of(started, "did not start");
            }
            if (Instant.now().isAfter(limit)) {
                throw ServerFailed.of(started, "did not answer within " + START_LIMIT);
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private boolean isServing() {
        // Cheap first: a CLI call costs a tenth of a second of CPU.
        return !Ports.isFree(port) && run(List.of("operator", "cluster", "health")).well();
    }

    private boolean isSetUp() {
        var update = List.of("operator", "namespace", "update", "-n", NAMESPACE);
        var retained = new ArrayList<>(update);
        retained.addAll(List.of("--retention", RETENTION));
        if (!run(retained).well()) {
            return false;
        }
        var known = run(List.of("operator", "search-attribute", "list"));
        var words = List.of(known.output().split("\\s+"));
        return known.well() && words.containsAll(SEARCH_ATTRIBUTES.keySet());
    }

    /**
     * Runs the {@code temporal} command against this server, as an operator would.
     *
     * @return what it printed
     * @throws ServerFailed where it ends with a code other than 0; the message holds what it said
     */
    public String cli(List<String> arguments) {
        var ended = run(arguments);
        if (!ended.well()) {
            throw new ServerFailed(
                    "temporal " + String.join(" ", arguments) + " failed:\n" + ended.output());
        }
        return ended.output();
    }

    private Executables.Ended run(List<String> arguments) {
        var line = new ArrayList<String>();
        line.add(binary.toString());
        line.addAll(arguments);
        line.addAll(List.of("--address", target()));
        var builder = new ProcessBuilder(line);
        // A user's own settings for another cluster must not lead these commands there.
        builder.environment().keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
        return Executables.run(builder, heard -> {});
    }

    /** The frontend's host and port, as clients take it. */
    public String target() {
        return "127.0.0.1:" + port;
    }

    /** The program, for commands by hand. */
    public Path binary() {
        return binary;
    }

    public long pid() {
        return daemon.pid();
    }

    public boolean isAlive() {
        return daemon.isAlive();
    }

    /** The process as it runs now, to watch; another after {@link #startAgain}. */
    public Daemon process() {
        return daemon;
    }

    /** Ends it by SIGKILL, as a crash would. */
    public void kill() {
        daemon.kill();
    }

    @Override
    public void close() {
        daemon.stop(STOP_GRACE);
    }
}
