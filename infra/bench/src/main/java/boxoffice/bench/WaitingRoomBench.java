package boxoffice.bench;

import static boxoffice.bench.Measuring.say;

import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A hundred thousand come to one date: how fast they join, how well the room keeps its rate, what
 * those who wait cost, and what they would cost a design that counts the rows ahead.
 */
public final class WaitingRoomBench {

    private static final String ROOM = "city-lights-1";
    private static final int WAITERS = Integer.getInteger("boxoffice.bench.waiters", 100_000);
    private static final int JOINERS = 32;
    private static final int POLLERS = 16;
    private static final int RATE = 500;
    private static final int SLOW_RATE = 20;
    private static final Duration LET_IN = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration RACE = Duration.ofSeconds(10);
    private static final int ROUNDS = 6;

    private WaitingRoomBench() {}

    /**
     * @param arguments as for {@link Bench}
     */
    public static void main(String[] arguments) {
        Measuring.main(arguments, WaitingRoomBench::measure);
    }

    private static void measure(LocalSystem system, Path data) throws IOException, SQLException {
        set(system, RATE, Instant.now().plusSeconds(3_000));
        try (var waiters = new Waiters(system, ROOM, WAITERS);
                var empty = EmptyProcess.start(data, system.issuer())) {
            join(system, waiters);
            var opening = Instant.now().plusSeconds(3);
            set(system, RATE, opening);
            letIn(system, opening);
            set(system, SLOW_RATE, opening);
            polls(system, waiters, empty);
            naive(system);
        }
        say("%nload at the end %s", Machine.load());
    }

    private static void set(LocalSystem system, int rate, Instant opening) throws IOException {
        var body =
                """
                {"cap": 100000, "ratePerSecond": %d, "opensAt": "%s", "graceSeconds": 3600,
                 "passSeconds": 3600}
                """
                        .formatted(rate, opening);
        var request =
                HttpRequest.newBuilder(
                                system.address(Service.QUEUE).resolve("/api/waiting-rooms/" + ROOM))
                        .header("Authorization", "Bearer " + system.issuer().token("park"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void join(LocalSystem system, Waiters waiters) throws IOException {
        var heapBefore = heapBytes(system);
        var begun = System.nanoTime();
        var took = new Figures(waiters.join(JOINERS));
        var seconds = (System.nanoTime() - begun) / 1e9;
        say(
                "%n%d joined in %.0f s: %.0f a second, p50 %.1f ms, p99 %.1f ms, %d at once",
                WAITERS, seconds, WAITERS / seconds, took.p50Ms(), took.percentileMs(99), JOINERS);
        say(
                "the service keeps %.0f bytes for each that waits",
                (heapBytes(system) - heapBefore) / (double) WAITERS);
    }

    /** What lives in the queue service's heap. */
    private static long heapBytes(LocalSystem system) throws IOException {
        var counted =
                Pattern.compile("Total +\\d+ +(\\d+)")
                        .matcher(jcmd(system.pid(Service.QUEUE), "GC.class_histogram"));
        if (!counted.find()) {
            throw new IllegalStateException("the queue service's heap is not counted");
        }
        return Long.parseLong(counted.group(1));
    }

    private static String jcmd(long process, String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var run =
                new ProcessBuilder(jcmd, Long.toString(process), command)
                        .redirectErrorStream(true)
                        .start();
        return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The ideal line begins at the opening; the lag is how far the n-th came in behind it. */
    private static void letIn(LocalSystem system, Instant opening) throws SQLException {
        sleep(Duration.between(Instant.now(), opening).plus(LET_IN));
        var query =
                """
                select count(*), timestampdiff(microsecond, min(r.drawn_at), max(r.placed_at)),
                    max(timestampdiff(microsecond, r.drawn_at, e.admitted_at)
                        - 1000000.0 * (e.number - 1) / %d)
                from entries e join waiting_rooms r on r.schedule_id = e.schedule_id
                where e.schedule_id = '%s' and e.admitted_at is not null
                """
                        .formatted(RATE, ROOM);
        try (var connection = system.sql(Service.QUEUE);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            say(
                    "%n%d let in within %d s at %d a second, the furthest behind the line"
                            + " by %.2f s; all had their numbers after %.1f s",
                    row.getInt(1),
                    LET_IN.toSeconds(),
                    RATE,
                    row.getDouble(3) / 1e6,
                    row.getLong(2) / 1e6);
        }
    }

    private static void polls(LocalSystem system, Waiters waiters, EmptyProcess empty)
            throws SQLException {
        var nothing = empty.address().resolve(EmptyService.SIGNED_PATH);
        waiters.leaveOut(system);
        say("%nwarming up for %d s each", WARM_UP.toSeconds());
        waiters.poll(POLLERS, WARM_UP);
        waiters.askForNothing(POLLERS, nothing, WARM_UP);
        say("%nround   polls   answers of nothing   (a second)   statements a poll");
        var polls = 0L;
        var nothings = 0L;
        for (var round = 1; round <= ROUNDS; round++) {
            var statements = statements(system);
            var ofRoom = waiters.poll(POLLERS, RACE);
            statements = statements(system) - statements;
            var ofNothing = waiters.askForNothing(POLLERS, nothing, RACE);
            say(
                    "%5d   %5d   %18d   %26.3f",
                    round,
                    ofRoom / RACE.toSeconds(),
                    ofNothing / RACE.toSeconds(),
                    statements / (double) ofRoom);
            polls += ofRoom;
            nothings += ofNothing;
        }
        say("%nPolls have %.2f of the rate of nothing; 0.9 is wanted.", polls / (double) nothings);
    }

    /** Of the whole database server, so what else goes on is in it. */
    private static long statements(LocalSystem system) throws SQLException {
        try (var connection = system.sql(Service.QUEUE);
                var statement = connection.createStatement();
                var row = statement.executeQuery("show global status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }

    /** Straight at the database, without HTTP, tokens or JSON, which only helps it. */
    private static void naive(LocalSystem system) throws SQLException {
        var end = System.nanoTime() + RACE.toNanos();
        var answers = new AtomicLong();
        Together.run(
                POLLERS,
                _ -> {
                    try (var connection = system.sql(Service.QUEUE);
                            var ahead =
                                    connection.prepareStatement(
                                            "select count(*) from entries where schedule_id = ?"
                                                    + " and state = 'WAITING' and number < ?")) {
                        while (System.nanoTime() < end) {
                            ahead.setString(1, ROOM);
                            ahead.setInt(2, ThreadLocalRandom.current().nextInt(WAITERS));
                            ahead.executeQuery().next();
                            answers.incrementAndGet();
                        }
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
        say(
                "Counting the rows ahead, by JDBC alone: %d a second.",
                answers.get() / RACE.toSeconds());
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
