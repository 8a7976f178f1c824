package boxoffice.local.system;

import boxoffice.local.servers.ServerFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Bookings that must be refused, of a date that there is not: they show that the way through the
 * door and all services is open, and leave it warm, so that the first real booking is not the
 * slowest. They are seen in the Web UI as what they are.
 */
final class Rehearsal {

    private static final int BOOKINGS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int REFUSED = 404;

    private final HttpClient http;
    private final URI door;
    private final String token;

    Rehearsal(HttpClient http, URI door, String token) {
        this.http = http;
        this.door = door;
        this.token = token;
    }

    /**
     * @throws ServerFailed where a booking is not refused in time
     */
    void run() {
        for (var count = 0; count < BOOKINGS; count++) {
            untilRefused(UUID.randomUUID().toString());
        }
    }

    private void untilRefused(String key) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var status = send(key);
            if (status == REFUSED) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new ServerFailed("a rehearsed booking was answered " + status + " at last");
            }
        }
    }

    /** The same key again until the answer is final, as a buyer would. */
    private int send(String key) {
        try {
            return http.send(
                            HttpRequest.newBuilder(door.resolve("/api/bookings"))
                                    .timeout(Duration.ofSeconds(10))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Idempotency-Key", key)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"scheduleId\": \"rehearsal\","
                                                            + " \"seats\": [\"A-1-1\"]}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("interrupted while rehearsing a booking", e);
        }
    }
}
