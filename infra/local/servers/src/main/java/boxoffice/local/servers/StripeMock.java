package boxoffice.local.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stripe's own mock on the loopback interface: it holds every request to Stripe's OpenAPI
 * description and answers with fixtures. It keeps nothing and takes no money.
 */
public final class StripeMock implements AutoCloseable {
    private static final GoProgram PROGRAM =
            new GoProgram(
                    "stripe-mock",
                    "stripe-mock",
                    "github.com/stripe/stripe-mock",
                    "github.com/stripe/stripe-mock",
                    "-version");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final int port = Ports.free();
    private final Daemon daemon;

    private StripeMock(Path binary, Path log) {
        // Told of no port for HTTPS it would listen on one of its own, on every interface.
        daemon =
                Daemon.start(
                        new Daemon.Command(
                                "stripe-mock",
                                List.of(
                                        binary.toString(),
                                        "-http-addr",
                                        "127.0.0.1:" + port,
                                        "-https-addr",
                                        "127.0.0.1:" + Ports.free()),
                                Map.of(),
                                log));
    }

    /**
     * Starts it and returns when it answers; empty where its program cannot be had.
     *
     * @throws ServerFailed where it does not come up
     */
    public static Optional<StripeMock> start(Path log, Consumer<String> progress) {
        return PROGRAM.find(progress, target -> false)
                .map(binary -> {
                    var started = new StripeMock(binary, log);
                    try {
                        started.awaitAnswer();
                        return started;
                    } catch (RuntimeException e) {
                        started.close();
                        throw e;
                    }
                });
    }

    private void awaitAnswer() {
        var limit = Instant.now().plus(START_LIMIT);
        while (!answers()) {
            if (!daemon.isAlive() || Instant.now().isAfter(limit)) {
                throw ServerFailed.of(daemon, "does not come up");
            }
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while stripe-mock started", e);
            }
        }
    }

    private boolean answers() {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a client of Stripe's takes as its API base. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        daemon.close();
    }
}
