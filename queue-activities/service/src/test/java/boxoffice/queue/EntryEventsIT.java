package boxoffice.queue;

import static boxoffice.queue.RoomTests.act;
import static boxoffice.queue.RoomTests.entryId;
import static boxoffice.queue.RoomTests.join;
import static boxoffice.queue.RoomTests.leave;
import static boxoffice.queue.RoomTests.openRoom;
import static boxoffice.queue.RoomTests.service;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.service.TestIssuer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Server-sent events of an entry, read line by line. */
@Timeout(60)
class EntryEventsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An open stream. */
    private record Events(HttpResponse<InputStream> answer, BufferedReader lines)
            implements AutoCloseable {

        static Events of(String schedule, String entry, String buyer, @Nullable String lastId) {
            var path = "/api/waiting-rooms/%s/entries/%s/events".formatted(schedule, entry);
            var request =
                    HttpRequest.newBuilder(service().at(path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Accept", "text/event-stream")
                            .header("Authorization", "Bearer " + TestIssuer.shared().token(buyer));
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
            try {
                var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                return new Events(
                        answer,
                        new BufferedReader(
                                new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** The next event; comments are passed over. Null at the end. */
        @Nullable Map<String, String> next() throws IOException {
            var event = new HashMap<String, String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !event.isEmpty()) {
                    return event;
                }
                if (!line.startsWith(":") && !line.isEmpty()) {
                    var colon = line.indexOf(": ");
                    event.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            return null;
        }

        Map<String, String> until(String name) throws IOException {
            for (var event = next(); event != null; event = next()) {
                if (name.equals(event.get("event"))) {
                    return event;
                }
            }
            throw new AssertionError("the stream ended without " + name);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void tellsThePositionThenThatTheRoomIsPausedThenThePassThenTheEnd() throws IOException {
        var schedule = openRoom(1, 5);
        var a = entryId(join(schedule, "a"));
        var b = entryId(join(schedule, "b"));
        try (var events = Events.of(schedule, b, "b", null)) {
            assertThat(events.answer().statusCode()).isEqualTo(200);
            assertThat(events.answer().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(events.until("position").get("data")).contains("\"state\":\"WAITING\"");
            act(schedule, "pause");
            events.until("paused");
            leave(schedule, a, "a");
            act(schedule, "resume");
            assertThat(events.until("admitted").get("data")).contains("\"pass\":\"");
            leave(schedule, b, "b");
            assertThat(events.until("over").get("data")).contains("\"state\":\"LEFT\"");
            assertThat(events.next()).as("after over").isNull();
        }
    }

    @Test
    void doesNotTellAgainWhatIsKnown() throws IOException {
        var schedule = openRoom(1, 5);
        join(schedule, "a");
        RoomTests.until(schedule, entryId(join(schedule, "a")), "a", RoomTests::isAdmitted);
        act(schedule, "pause");
        var b = entryId(join(schedule, "b"));
        RoomTests.until(schedule, b, "b", entry -> entry.path("ahead").asInt(-1) == 0);
        String last;
        try (var events = Events.of(schedule, b, "b", null)) {
            last = events.until("paused").get("id");
        }
        try (var events = Events.of(schedule, b, "b", last)) {
            act(schedule, "resume");
            assertThat(events.next()).containsEntry("event", "position");
        }
    }

    @Test
    void keepsABuyerToThreeStreams() throws IOException {
        var schedule = openRoom(1, 5);
        var a = entryId(join(schedule, "many"));
        try (var one = Events.of(schedule, a, "many", null);
                var two = Events.of(schedule, a, "many", null);
                var three = Events.of(schedule, a, "many", null);
                var four = Events.of(schedule, a, "many", null)) {
            assertThat(one.answer().statusCode()).isEqualTo(200);
            assertThat(two.answer().statusCode()).isEqualTo(200);
            assertThat(three.answer().statusCode()).isEqualTo(200);
            assertThat(four.answer().statusCode()).isEqualTo(429);
        }
    }

    @Test
    void knowsNoStreamOfAnother() throws IOException {
        var schedule = openRoom(1, 5);
        var a = entryId(join(schedule, "mina"));
        try (var events = Events.of(schedule, a, "thief", null)) {
            assertThat(events.answer().statusCode()).isEqualTo(404);
        }
    }
}
