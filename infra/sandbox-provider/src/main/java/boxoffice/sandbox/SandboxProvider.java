package boxoffice.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider, running, on the loopback interface. What it knows is gone when it stops. */
public final class SandboxProvider implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SandboxProvider.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Chores chores = new Chores();
    private final Holds holds = new Holds();

    private SandboxProvider(HttpServer server, Settings settings) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", new Edge(settings, chores, holds));
    }

    /**
     * Starts it and returns when it answers.
     *
     * @throws UncheckedIOException where the port cannot be had
     */
    public static SandboxProvider start(Settings settings) {
        // Else head and body of an answer wait 40 ms for each other.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
            var started = new SandboxProvider(HttpServer.create(address, 0), settings);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sandbox provider cannot listen on port " + settings.port(), e);
        }
    }

    /** What a client of Stripe's takes as its API base. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        holds.releaseAll();
        chores.close();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Runs until the process is told to end. */
    public static void main(String[] arguments) {
        try {
            var provider = start(Settings.of(arguments, System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(provider::close, "stop"));
            log.info("the sandbox provider answers at {}", provider.address());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
