package boxoffice.bench;

import boxoffice.booking.contract.Booking;
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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A buyer at the front of the house: holds two seats and pays for them, over HTTP. */
final class HouseCourse implements Course, AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(50);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI bookings;
    private final BuyerId buyer;
    private final String token;
    private final SampleHouse house;

    HouseCourse(LocalSystem system, BuyerId buyer, SampleHouse house) {
        this.bookings = system.address(Service.BOOKING).resolve("/api/bookings");
        this.buyer = buyer;
        this.token = system.issuer().token(buyer.value());
        this.house = house;
    }

    @Override
    public Run once() {
        var key = UUID.randomUUID().toString();
        var id = BookingId.of(buyer, key);
        var seats = house.nextSeats();
        var wish =
                "{\"scheduleId\": \"%s\", \"seats\": [\"%s\"]}"
                        .formatted(seats.scheduleId(), String.join("\", \"", seats.seatNos()));
        var begun = System.nanoTime();
        expect(201, "AWAITING_PAYMENT", post(bookings, key, wish));
        var held = System.nanoTime();
        expect(
                200,
                "CONFIRMED",
                post(
                        URI.create(bookings + "/" + id + "/payment"),
                        key,
                        "{\"method\": \"POINTS\"}"));
        var paid = System.nanoTime();
        return new Run(
                Booking.workflowId(id),
                Duration.ofNanos(held - begun),
                Duration.ofNanos(paid - held));
    }

    /** While the answer is that the saga is still under way, asks again, as a buyer's page does. */
    private HttpResponse<String> post(URI uri, String key, String body) {
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER_LIMIT)
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var limit = System.nanoTime() + ANSWER_LIMIT.toNanos();
        try {
            while (true) {
                var answer = http.send(request, BodyHandlers.ofString());
                var unknown = List.of(202, 503).contains(answer.statusCode());
                if (!unknown || System.nanoTime() > limit) {
                    return answer;
                }
                Thread.sleep(AGAIN_AFTER);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void expect(int code, String status, HttpResponse<String> answer) {
        if (answer.statusCode() != code || !answer.body().contains("\"" + status + "\"")) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(answer.request().uri(), answer.statusCode(), answer.body()));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
