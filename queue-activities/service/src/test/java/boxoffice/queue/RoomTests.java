package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queue service as it runs, its doorkeeper at work, over real HTTP. */
final class RoomTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static @Nullable ServiceUnderTest shared;

    private RoomTests() {}

    static synchronized ServiceUnderTest service() {
        if (shared == null) {
            shared =
                    ServiceUnderTest.start(
                            QueueService.class,
                            Databases.any(),
                            "--boxoffice.temporal.polling=false",
                            "--boxoffice.queue.turn-keys-every=PT0.3S",
                            ConcertStandIn.shared().argument());
        }
        return shared;
    }

    static String park() {
        return TestIssuer.shared().tokenWithRoles("park", "promoter");
    }

    static String newSchedule() {
        return "w-" + UUID.randomUUID();
    }

    /** A room that is open since a minute. */
    static String openRoom(int cap, int rate) {
        var schedule = newSchedule();
        assertThat(put(schedule, body(cap, rate, Instant.now().minusSeconds(60))).statusCode())
                .isEqualTo(201);
        return schedule;
    }

    static String body(int cap, int rate, Instant opensAt) {
        return "{\"cap\": %d, \"ratePerSecond\": %d, \"opensAt\": \"%s\"}"
                .formatted(cap, rate, opensAt);
    }

    static HttpResponse<String> put(String schedule, String body) {
        return send("PUT", "/api/waiting-rooms/" + schedule, body, park());
    }

    static HttpResponse<String> act(String schedule, String what) {
        return send("POST", "/api/waiting-rooms/" + schedule + "/" + what, null, park());
    }

    static HttpResponse<String> join(String schedule, String buyer) {
        return send(
                "POST",
                "/api/waiting-rooms/" + schedule + "/entries",
                null,
                TestIssuer.shared().token(buyer));
    }

    static HttpResponse<String> look(String schedule, String entry, String buyer) {
        return service().getAs(buyer, "/api/waiting-rooms/" + schedule + "/entries/" + entry);
    }

    static HttpResponse<String> leave(String schedule, String entry, String buyer) {
        return send(
                "DELETE",
                "/api/waiting-rooms/" + schedule + "/entries/" + entry,
                null,
                TestIssuer.shared().token(buyer));
    }

    static HttpResponse<String> send(
            String method, String path, @Nullable String body, @Nullable String token) {
        var request = HttpRequest.newBuilder(service().at(path));
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return service().send(request, token);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static String entryId(HttpResponse<String> joined) {
        return json(joined).path("entryId").asString();
    }

    /** Looks until the entry is like that. */
    static JsonNode until(
            String schedule, String entry, String buyer, Predicate<JsonNode> isLikeThat) {
        var end = Instant.now().plus(LIMIT);
        while (true) {
            var seen = json(look(schedule, entry, buyer));
            if (isLikeThat.test(seen)) {
                return seen;
            }
            assertThat(Instant.now()).as("still %s", seen).isBefore(end);
            pause();
        }
    }

    static boolean isAdmitted(JsonNode entry) {
        return entry.path("state").asString().equals("ADMITTED");
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"")
                .containsPattern("\"traceId\":\"[0-9a-f]{32}\"")
                .contains("\"detail\":");
    }
}
