package boxoffice.testing;

import boxoffice.local.servers.Ports;
import boxoffice.local.servers.ServerFailed;
import boxoffice.local.servers.TemporalServer;
import boxoffice.local.servers.TemporalServer.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real Temporal server, in memory, one for all tests of this JVM: started at the first use, gone
 * when the JVM ends. Tests stay apart by their workflow ids and task queues.
 */
public final class TestTemporal {
    private static @Nullable TestTemporal shared;

    private final TemporalServer server;

    private TestTemporal(TemporalServer server) {
        this.server = server;
    }

    /**
     * The one of this JVM.
     *
     * @throws ServerFailed where its program can be had in no way
     */
    public static synchronized TestTemporal shared() {
        if (shared == null) {
            var server =
                    TemporalServer.start(
                                    new Settings(null, Ports.free(), 0, log()), System.out::println)
                            .orElseThrow(() ->
                                    new ServerFailed(
                                            "these tests need a real Temporal server, and"
                                                    + " there is none: see the lines above"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-temporal"));
            shared = new TestTemporal(server);
        }
        return shared;
    }

    private static Path log() {
        try {
            return Files.createDirectories(Path.of("target").toAbsolutePath())
                    .resolve("temporal.log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The frontend's host and port, as clients take it. */
    public String target() {
        return server.target();
    }

    public String namespace() {
        return TemporalServer.NAMESPACE;
    }

    /**
     * Runs the {@code temporal} command against it and returns what it printed.
     *
     * @throws ServerFailed where it ends with a code other than 0
     */
    public String cli(String... arguments) {
        return server.cli(List.of(arguments));
    }
}
