package boxoffice.bench;

import static boxoffice.bench.Measuring.say;

import boxoffice.local.servers.TemporalServer;
import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Service;
import boxoffice.temporal.Payloads;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What keeps the time of a waiting room costs: the queue service's loop over its rows, as it is,
 * against a workflow per room that does the same by a timer and an activity that does nothing. CPU
 * time of every process of a local system in which nothing else goes on.
 */
public final class RoomClockBench {

    private static final int ROOMS = 20;
    private static final Duration BUSY = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String QUEUE = "room-clock";

    private RoomClockBench() {}

    /**
     * @param arguments as for {@link Bench}
     */
    public static void main(String[] arguments) {
        Measuring.main(arguments, RoomClockBench::measure);
    }

    private static void measure(LocalSystem system, Path data) throws SQLException {
        say("%nms of CPU a second; statements of the database server a second");
        tell("no room", watch(system));
        rooms(system, "OPEN", 0);
        tell(ROOMS + " idle rooms, loop", watch(system));
        rooms(system, "OPEN", 3);
        tell(ROOMS + " busy rooms, loop", watch(system));
        rooms(system, "CLOSED", 0);
        clocks(system, IDLE);
        clocks(system, BUSY);
    }

    /** Rows as the service makes them: with people, one is inside and all others wait. */
    private static void rooms(LocalSystem system, String state, int people) throws SQLException {
        try (var connection = system.sql(Service.QUEUE);
                var statement = connection.createStatement()) {
            statement.execute("delete from entries");
            statement.execute("delete from waiting_rooms");
            for (var room = 0; room < ROOMS; room++) {
                statement.execute(
                        """
                        insert into waiting_rooms (schedule_id, created_at, state, cap, rate)
                        values ('clock-%d', utc_timestamp(6), '%s', 1, 1)
                        """
                                .formatted(room, state));
                for (var buyer = 0; buyer < people; buyer++) {
                    statement.execute(
                            """
                            insert into entries (entry_id, schedule_id, buyer_id, state, live,
                                joined_at, last_seen_at)
                            values (uuid(), 'clock-%d', 'b-%d', 'WAITING', 1, utc_timestamp(6),
                                utc_timestamp(6))
                            """
                                    .formatted(room, buyer));
                }
            }
        }
    }

    private static void clocks(LocalSystem system, Duration every) {
        var stubs =
                WorkflowServiceStubs.newServiceStubs(
                        WorkflowServiceStubsOptions.newBuilder()
                                .setTarget(system.temporalTarget())
                                .build());
        var client =
                WorkflowClient.newInstance(
                        stubs,
                        WorkflowClientOptions.newBuilder()
                                .setNamespace(TemporalServer.NAMESPACE)
                                .setDataConverter(Payloads.converter())
                                .build());
        var factory = WorkerFactory.newInstance(client);
        var worker = factory.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(RoomClock.Ticking.class);
        NoOpStep nothing = () -> {};
        worker.registerActivitiesImplementations(nothing);
        factory.start();
        var ticks = (int) (WARM_UP.plus(TIME).toMillis() / every.toMillis());
        for (var room = 0; room < ROOMS; room++) {
            var clock =
                    client.newWorkflowStub(
                            RoomClock.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue(QUEUE)
                                    .setWorkflowId("clock/" + every + "/" + room)
                                    .build());
            WorkflowClient.start(clock::run, every, ticks);
        }
        tell(ROOMS + " workflows, a tick each " + every.toMillis() + " ms", watch(system));
        factory.shutdownNow();
        stubs.shutdownNow();
    }

    /** What each process used, in ms a second, and how many statements came. */
    private static Map<String, Double> watch(LocalSystem system) {
        sleep(WARM_UP);
        var before = used(system);
        sleep(TIME);
        var after = used(system);
        return after.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry ->
                                        (entry.getValue() - before.getOrDefault(entry.getKey(), 0L))
                                                / (double) TIME.toSeconds(),
                                (one, other) -> one,
                                TreeMap::new));
    }

    private static Map<String, Long> used(LocalSystem system) {
        var used = new TreeMap<String, Long>();
        used.put("queue", cpuMs(ProcessHandle.of(system.pid(Service.QUEUE)).orElseThrow()));
        used.put("this", cpuMs(ProcessHandle.current()));
        ProcessHandle.current()
                .descendants()
                .forEach(process -> {
                    var command = process.info().command().orElse("");
                    if (command.contains("temporal")) {
                        used.merge("temporal", cpuMs(process), Long::sum);
                    } else if (command.contains("maria") || command.contains("mysql")) {
                        used.merge("database", cpuMs(process), Long::sum);
                    }
                });
        used.put("statements", statements(system));
        return used;
    }

    private static long cpuMs(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    private static long statements(LocalSystem system) {
        try (var connection = system.sql(Service.QUEUE);
                var statement = connection.createStatement();
                var row = statement.executeQuery("show global status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(String what, Map<String, Double> used) {
        say(
                "%-40s %s",
                what,
                used.entrySet().stream()
                        .map(entry -> "%s %.1f".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
