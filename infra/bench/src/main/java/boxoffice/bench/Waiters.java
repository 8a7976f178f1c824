package boxoffice.bench;

import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** Many buyers before one room: each with a token, and then with an entry. */
final class Waiters implements AutoCloseable {

    private static final int SIGNERS = 2;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI queue;
    private final String room;
    private final String[] tokens;
    private final String[] entries;
    private final AtomicIntegerArray isIn;

    Waiters(LocalSystem system, String room, int count) {
        this.queue = system.address(Service.QUEUE);
        this.room = room;
        tokens = new String[count];
        entries = new String[count];
        isIn = new AtomicIntegerArray(count);
        var next = new AtomicInteger();
        Together.run(
                SIGNERS,
                _ -> {
                    for (var n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                        tokens[n] = system.issuer().token("waiter-" + n);
                    }
                });
    }

    /** All join as fast as they can; how long each took. */
    List<Duration> join(int atOnce) {
        var next = new AtomicInteger();
        var took = new ArrayList<Duration>(tokens.length);
        Together.run(
                atOnce,
                _ -> {
                    var own = new ArrayList<Duration>();
                    for (var n = next.getAndIncrement();
                            n < tokens.length;
                            n = next.getAndIncrement()) {
                        var begun = System.nanoTime();
                        var answer =
                                send(
                                        HttpRequest.newBuilder(
                                                        queue.resolve(
                                                                "/api/waiting-rooms/"
                                                                        + room
                                                                        + "/entries"))
                                                .POST(HttpRequest.BodyPublishers.noBody()),
                                        tokens[n],
                                        201);
                        own.add(Duration.ofNanos(System.nanoTime() - begun));
                        var location = answer.headers().firstValue("Location").orElseThrow();
                        entries[n] = location.substring(location.lastIndexOf('/') + 1);
                    }
                    synchronized (took) {
                        took.addAll(own);
                    }
                });
        return took;
    }

    /** Who was let in has no reason to look again, once the pass is fetched. */
    void leaveOut(LocalSystem system) throws SQLException {
        try (var connection = system.sql(Service.QUEUE);
                var query =
                        connection.prepareStatement(
                                "select buyer_id from entries"
                                        + " where schedule_id = ? and admitted_at is not null")) {
            query.setString(1, room);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var buyer = rows.getString(1);
                    isIn.set(Integer.parseInt(buyer.substring(buyer.indexOf('-') + 1)), 1);
                }
            }
        }
    }

    /** Looks at one entry after another, all over the line, without a pause. */
    long poll(int atOnce, Duration time) {
        return race(
                atOnce,
                time,
                n -> queue.resolve("/api/waiting-rooms/" + room + "/entries/" + entries[n]),
                200,
                true);
    }

    /** The same buyers ask a service that has nothing to say. */
    long askForNothing(int atOnce, URI nothing, Duration time) {
        return race(atOnce, time, _ -> nothing, 204, false);
    }

    private interface Address {
        URI of(int waiter);
    }

    private long race(int atOnce, Duration time, Address address, int status, boolean noteWhoIsIn) {
        var end = System.nanoTime() + time.toNanos();
        var answers = new AtomicLong();
        Together.run(
                atOnce,
                _ -> {
                    while (System.nanoTime() < end) {
                        var n = ThreadLocalRandom.current().nextInt(tokens.length);
                        if (isIn.get(n) == 1) {
                            continue;
                        }
                        var answer = send(HttpRequest.newBuilder(address.of(n)), tokens[n], status);
                        if (noteWhoIsIn && answer.headers().firstValue("Retry-After").isEmpty()) {
                            isIn.set(n, 1);
                        }
                        answers.incrementAndGet();
                    }
                });
        return answers.get();
    }

    private HttpResponse<Void> send(HttpRequest.Builder request, String token, int status) {
        try {
            var answer =
                    http.send(
                            request.header("Authorization", "Bearer " + token).build(),
                            BodyHandlers.discarding());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
