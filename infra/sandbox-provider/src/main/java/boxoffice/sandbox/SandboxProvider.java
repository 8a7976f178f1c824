package boxoffice.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider, running, on the loopback interface. What it knows is gone when it stops, unless it
 * was given a file to keep it in.
 */
public final class SandboxProvider implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SandboxProvider.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Chores chores = new Chores();
    private final Holds holds = new Holds();
    private final @Nullable Memory memory;

    private SandboxProvider(HttpServer server, Settings settings) {
        this.server = server;
        var file = settings.file();
        var books = new Books(file == null ? Books.Kept.NOTHING : Memory.read(file));
        memory = file == null ? null : Memory.of(file, books, chores);
        var edge = new Edge(settings, books, chores, holds);
        edge.goOn();
        server.setExecutor(threads);
        server.createContext("/", edge);
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
        if (memory != null) {
            memory.close();
        }
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
