package boxoffice.local.system;

import boxoffice.local.servers.Daemon;
import boxoffice.local.servers.DatabaseServer;
import boxoffice.local.servers.InMemoryTemporal;
import boxoffice.local.servers.ServerFailed;
import boxoffice.local.servers.TemporalServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Boxoffice, running: database server, Temporal, token issuer, card provider, five services and the
 * gateway before them. Everything it started is gone when it is closed; what it stored is found
 * again by the next one on the same data folder. It restarts nothing by itself: what dies is told,
 * and the rest stays up.
 */
public final class LocalSystem implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final Plan plan;
    private final Consumer<String> progress;
    private final DataFolder folder;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();
    private final Map<Service, ServiceProcess> services =
            Collections.synchronizedMap(new EnumMap<>(Service.class));
    private @Nullable DatabaseServer database;
    private @Nullable TemporalServer temporal;
    private @Nullable InMemoryTemporal inMemoryTemporal;
    private @Nullable Issuer issuer;
    private @Nullable CardProvider cardProvider;

    private LocalSystem(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        this.folder = DataFolder.open(plan.data(), progress);
    }

    /**
     * Starts everything of the plan and returns when all of it is ready; where that fails, what had
     * been started is stopped again.
     *
     * @param progress hears what happens in lines, also later and from other threads
     * @throws ServerFailed where something does not come up; the message says what and why
     */
    public static LocalSystem start(Plan plan, Consumer<String> progress) {
        return start(plan, progress, () -> {});
    }

    /** The same, with a check made once the data folder is ours and before anything is started. */
    static LocalSystem start(Plan plan, Consumer<String> progress, Runnable check) {
        var system = new LocalSystem(plan, progress);
        try {
            check.run();
            system.startServers();
            system.startServices();
            system.rehearse();
            return system;
        } catch (RuntimeException e) {
            // With the interrupt still pending, every wait for an orderly end would be cut short.
            var interrupted = Thread.interrupted();
            system.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e;
        }
    }

    private void startServers() {
        Together.run(
                List.of(
                        this::startDatabase,
                        this::startTemporal,
                        this::startIssuer,
                        this::startCardProvider));
    }

    private void rehearse() {
        if (plan.without().isEmpty()) {
            new Rehearsal(http, address(Service.GATEWAY), issuer().token("rehearsal")).run();
            progress.accept("rehearsed a booking: refused, as it must be");
        }
    }

    private void startDatabase() {
        var started =
                DatabaseServer.start(
                        new DatabaseServer.Settings(
                                plan.data().resolve("database"),
                                plan.ports().database(),
                                DatabaseServer.Choice.BEST),
                        progress);
        database = started;
        watch(started.process());
        progress.accept("database: " + started.version() + " on 127.0.0.1:" + started.port());
    }

    private void startTemporal() {
        var ports = plan.ports();
        var started =
                TemporalServer.start(
                        new TemporalServer.Settings(
                                plan.data().resolve("temporal.db"),
                                ports.temporal(),
                                ports.webUi(),
                                plan.logs().resolve("temporal.log")),
                        progress);
        if (started.isPresent()) {
            temporal = started.get();
            watch(started.get().process());
            progress.accept("Temporal: on " + started.get().target());
        } else {
            progress.accept(
                    "NO TEMPORAL SERVER: the in-memory one that stands in has no Web UI and forgets"
                            + " every booking when it stops; install the temporal CLI or Go");
            inMemoryTemporal = InMemoryTemporal.start(ports.temporal());
        }
    }

    private void startIssuer() {
        issuer = Issuer.start(plan.ports().issuer());
        progress.accept("token issuer: " + issuer().issuerUri());
    }

    private void startCardProvider() {
        cardProvider = CardProvider.start(plan, folder, http, this::watch);
        progress.accept("card provider: the sandbox at " + cardProvider().address());
    }

    private void startServices() {
        var waits = new ArrayList<Runnable>();
        for (var service : Service.values()) {
            var process = new ServiceProcess(service, plan, environmentOf(service), this::mourn);
            services.put(service, process);
            if (plan.without().contains(service)) {
                progress.accept(
                        service.id()
                                + ": left to you; its environment is in "
                                + folder.environment(service.id(), process.environment()));
            } else {
                folder.note(process.launch());
                waits.add(() -> {
                    process.awaitReady(http);
                    progress.accept(service.id() + ": ready at " + process.address());
                });
            }
        }
        Together.run(waits);
    }

    private Map<String, String> environmentOf(Service service) {
        var own = service.database().map(name -> database().create(name, folder::password));
        return ServiceEnvironment.of(service, plan, issuer(), cardProvider(), own);
    }

    private void watch(Daemon daemon) {
        folder.note(daemon);
        daemon.onDeath(this::mourn);
    }

    private void mourn(Daemon daemon) {
        progress.accept(
                "DIED: " + Obituary.of(daemon) + "\n  Nothing restarts it; the rest stays up.");
    }

    /** Where a service's API begins. */
    public URI address(Service service) {
        return process(service).address();
    }

    public Path log(Service service) {
        return process(service).log();
    }

    public long pid(Service service) {
        return process(service).pid();
    }

    /** Ends a service by SIGKILL, as a crash would. */
    public void kill(Service service) {
        process(service).kill();
    }

    /** Starts a service that was killed or has died, and returns when it is ready. */
    public void startAgain(Service service) {
        folder.note(process(service).launch());
        process(service).awaitReady(http);
    }

    private ServiceProcess process(Service service) {
        var process = services.get(service);
        if (process == null) {
            throw new IllegalStateException("the " + service.id() + " service was not started");
        }
        return process;
    }

    /** The administrator's connection to a service's database; the caller closes it. */
    public Connection sql(Service service) throws SQLException {
        return database().admin(service.database().orElseThrow());
    }

    /** The database server, to be killed; {@link #startDatabaseAgain} brings it back. */
    public DatabaseServer database() {
        return started(database, "the database server");
    }

    public void startDatabaseAgain() {
        database().startAgain();
        watch(database().process());
    }

    /**
     * Temporal, to be killed or given commands; {@link #startTemporalAgain} brings it back.
     *
     * @throws IllegalStateException where only the in-memory one could be had
     */
    public TemporalServer temporal() {
        return started(temporal, "a real Temporal server");
    }

    public void startTemporalAgain() {
        temporal().startAgain();
        watch(temporal().process());
    }

    public boolean hasRealTemporal() {
        return temporal != null;
    }

    public String temporalTarget() {
        return "127.0.0.1:" + plan.ports().temporal();
    }

    public Issuer issuer() {
        return started(issuer, "the token issuer");
    }

    /** The sandbox that stands in for a real card provider. */
    public CardProvider cardProvider() {
        return started(cardProvider, "the card provider");
    }

    private static <T> T started(@Nullable T server, String name) {
        if (server == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return server;
    }

    public Plan plan() {
        return plan;
    }

    /** Services first, so that what they have in flight finds its servers; the database last. */
    @Override
    public void close() {
        if (services.values().stream().anyMatch(ServiceProcess::willWriteArchive)) {
            progress.accept(
                    "stopping; once after a build the services write what lets them start faster");
        }
        var stops = services.values().stream().<Runnable>map(process -> process::stop).toList();
        stop("services", stops.isEmpty() ? null : () -> Together.run(stops));
        stop("card provider", cardProvider);
        stop("token issuer", issuer);
        stop("Temporal", temporal == null ? inMemoryTemporal : temporal);
        stop("database", database);
        http.shutdownNow();
        folder.close();
    }

    /** One that does not stop must not keep the rest running. */
    private void stop(String name, @Nullable AutoCloseable part) {
        if (part == null) {
            return;
        }
        try {
            part.close();
            progress.accept("stopped: " + name);
        } catch (Exception e) {
            progress.accept("did not stop in order: " + name + " (" + e.getMessage() + ")");
        }
    }
}
