package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The sandbox card provider's own list, and calls of ours that it keeps waiting. */
final class Provider {
    private Provider() {}

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * What it took, did not give back and was not charged back, by payment: {@code booking/ID},
     * {@code top-up/ID}.
     */
    static Map<String, Long> kept() {
        var kept = new TreeMap<String, Long>();
        for (var line : call("GET", "/sandbox/books", "").path("payments")) {
            var amount =
                    line.path("captured").asLong()
                            - line.path("refunded").asLong()
                            - line.path("charged_back").asLong();
            if (amount != 0) {
                kept.merge(line.path("payment").asString(), amount, Long::sum);
            }
        }
        return kept;
    }

    /** The dispute of a booking's payment. */
    static String disputeOf(String booking) {
        for (var line : call("GET", "/sandbox/books", "").path("payments")) {
            if (line.path("payment").asString("").equals("booking/" + booking)) {
                return line.path("disputes").path(0).path("id").asString();
            }
        }
        throw new AssertionError("nothing was paid for " + booking);
    }

    /** The bank decides: {@code won} or {@code lost}. */
    static void decide(String dispute, String how) {
        call("POST", "/sandbox/disputes/" + dispute + "/decision", "status=" + how);
    }

    /** Calls that are made to wait, at the provider's door or behind it, until closed. */
    record Held(String id) implements AutoCloseable {

        /** Waits until so many of our calls wait there. */
        void awaitWaiting(int count) {
            Wait.until(
                    Duration.ofSeconds(60),
                    () -> assertThat(waiting()).isGreaterThanOrEqualTo(count));
        }

        private int waiting() {
            for (var hold : call("GET", "/sandbox/holds", "")) {
                if (hold.path("id").asString().equals(id)) {
                    return hold.path("waiting").asInt();
                }
            }
            return 0;
        }

        @Override
        public void close() {
            call("DELETE", "/sandbox/holds/" + id, "");
        }
    }

    static Held hold(String call, String at) {
        return new Held(
                call("POST", "/sandbox/holds", "call=" + call + "&at=" + at).path("id").asString());
    }

    private static JsonNode call(String method, String path, String form) {
        var provider = House.system().cardProvider();
        var request =
                HttpRequest.newBuilder(provider.address().resolve(path))
                        .header("Authorization", "Bearer " + provider.apiKey())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(Duration.ofSeconds(10))
                        .method(method, BodyPublishers.ofString(form))
                        .build();
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Http.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
