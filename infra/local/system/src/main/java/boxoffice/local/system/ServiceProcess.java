package boxoffice.local.system;

import boxoffice.local.servers.Daemon;
import boxoffice.local.servers.ServerFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One service as a process of its own, from its jar, with the JDK that runs this. */
final class ServiceProcess {
    /** Generous: six of them warm up at once on two cores. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    private static final Duration STOP_GRACE = Duration.ofSeconds(30);
    private static final Duration STOP_GRACE_TO_WRITE = Duration.ofSeconds(75);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ASKS = Duration.ofMillis(250);

    private final Service service;
    private final Path target;
    private final Path log;
    private final URI address;
    private final Map<String, String> environment;
    private final Consumer<Daemon> mourner;
    private final boolean isBrief;
    private @Nullable Daemon daemon;
    private @Nullable ClassArchive archive;

    ServiceProcess(
            Service service, Plan plan, Map<String, String> environment, Consumer<Daemon> mourner) {
        this.service = service;
        this.target = service.target(plan.root());
        this.log = plan.logs().resolve(service.id() + ".log");
        this.address = URI.create("http://127.0.0.1:" + plan.ports().of(service));
        this.environment = Map.copyOf(environment);
        this.mourner = mourner;
        this.isBrief = plan.isBrief();
    }

    Service service() {
        return service;
    }

    URI address() {
        return address;
    }

    Path log() {
        return log;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Starts the process and returns at once. */
    synchronized Daemon launch() {
        var running = daemon;
        if (running != null && running.isAlive()) {
            throw new IllegalStateException("the " + service.id() + " service runs");
        }
        var classPath = classPath();
        var classes = ClassArchive.of(target, classPath);
        classes.removeOlder();
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(
                List.of(
                        "-Xmx" + service.heapMegabytes() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        // The second compiler pays off after minutes, and takes the processors from those that
        // start.
        line.addAll(isBrief ? List.of("-XX:TieredStopAtLevel=1") : classes.options());
        line.addAll(List.of("-cp", classPath, service.mainClass()));
        var started =
                Daemon.start(
                        new Daemon.Command(
                                "the " + service.id() + " service", line, environment, log));
        archive = classes;
        started.onDeath(mourner);
        daemon = started;
        return started;
    }

    private String classPath() {
        try (var jars = Files.newDirectoryStream(target, service.jars())) {
            for (var jar : jars) {
                if (!jar.getFileName().toString().endsWith("-app.jar")) {
                    var libraries = Files.readString(target.resolve("run.classpath")).strip();
                    return jar + System.getProperty("path.separator") + libraries;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(notBuilt(), e);
        }
        throw new StartRefused(notBuilt());
    }

    /** Its orderly end takes some seconds longer the first time after a build. */
    synchronized boolean willWriteArchive() {
        return !isBrief
                && archive != null
                && !archive.exists()
                && daemon != null
                && daemon.isAlive();
    }

    private String notBuilt() {
        return "the " + service.id() + " service is not built in " + target + ": run ./mvnw";
    }

    /**
     * Returns when it serves and its workers poll.
     *
     * @throws ServerFailed where it ends before that, or takes too long
     */
    void awaitReady(HttpClient http) {
        var running = running();
        var limit = Instant.now().plus(READY_LIMIT);
        while (!isReady(http)) {
            if (!running.isAlive()) {
                throw new ServerFailed(Obituary.of(running));
            }
            if (Instant.now().isAfter(limit)) {
                throw new ServerFailed(
                        running.name()
                                + " is not ready after "
                                + READY_LIMIT.toMinutes()
                                + " minutes; its log is "
                                + log);
            }
            try {
                Thread.sleep(BETWEEN_ASKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Together.Interrupted();
            }
        }
    }

    private boolean isReady(HttpClient http) {
        return isUp(http, "readiness") && (!service.hasWorkers() || isUp(http, "pollers"));
    }

    private boolean isUp(HttpClient http, String group) {
        var request =
                HttpRequest.newBuilder(address.resolve("/actuator/health/" + group))
                        .timeout(ASK_LIMIT)
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Together.Interrupted();
        }
    }

    private synchronized Daemon running() {
        if (daemon == null) {
            throw new IllegalStateException("the " + service.id() + " service was never started");
        }
        return daemon;
    }

    long pid() {
        return running().pid();
    }

    void kill() {
        running().kill();
    }

    /** Lets activities in flight finish; again, or where it never ran, is harmless. */
    synchronized void stop() {
        if (daemon != null) {
            daemon.stop(willWriteArchive() ? STOP_GRACE_TO_WRITE : STOP_GRACE);
        }
    }
}
