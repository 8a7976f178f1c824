package boxoffice.bench;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Buyers who hold two seats of a house, change their minds, and take the next two. */
final class Holders implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalSystem system;
    private final SampleHouse house;
    private final List<BuyerId> buyers;

    Holders(LocalSystem system, SampleHouse house, int buyers) {
        this.system = system;
        this.house = house;
        var all = new ArrayList<BuyerId>();
        for (var i = 0; i < buyers; i++) {
            all.add(new BuyerId("bench-" + i));
        }
        this.buyers = List.copyOf(all);
    }

    /** All of them at once for so long: how long each hold took. */
    List<Duration> hold(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var took = Collections.synchronizedList(new ArrayList<Duration>());
        Together.run(buyers.size(), i -> holdUntil(end, buyers.get(i), took));
        return List.copyOf(took);
    }

    private void holdUntil(long end, BuyerId buyer, List<Duration> took) {
        var token = system.issuer().token(buyer.value());
        var bookings = system.address(Service.BOOKING).resolve("/api/bookings");
        while (System.nanoTime() < end) {
            var seats = house.takeSeats();
            var key = UUID.randomUUID().toString();
            var wish =
                    "{\"scheduleId\": \"%s\", \"seats\": [\"%s\"]}"
                            .formatted(seats.scheduleId(), String.join("\", \"", seats.seatNos()));
            var begun = System.nanoTime();
            post(bookings, token, key, wish, 201);
            took.add(Duration.ofNanos(System.nanoTime() - begun));
            var cancellation =
                    URI.create(bookings + "/" + BookingId.of(buyer, key) + "/cancellation");
            post(cancellation, token, key, "{}", 200);
            house.giveBack(seats);
        }
    }

    private void post(URI uri, String token, String key, String body, int status) {
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER_LIMIT)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            // Under way, and done by itself: slower than is waited for, and timed as that.
            if (answer.statusCode() != status && answer.statusCode() != 202) {
                throw new IllegalStateException(
                        "%s answered %d: %s".formatted(uri, answer.statusCode(), answer.body()));
            }
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
