package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import boxoffice.system.MergedApi.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Sends every example of the API's document, as a stranger would who has nothing but the document:
 * as mina, or as park where it is for the staff. What one example makes the next ones use, so they
 * come in the order in which things are done; what is read is read while it is there.
 */
class ExamplesIT {

    /** First to last; what is not here comes in between, by its path. */
    private static final List<String> FIRST =
            List.of(
                    "POST /api/venues",
                    "POST /api/venues/{id}/seat-map",
                    "POST /api/concerts",
                    "POST /api/concerts/{id}/schedules",
                    "POST /api/schedules/{id}/blocks",
                    "PUT /api/waiting-rooms/{scheduleId}",
                    "POST /api/waiting-rooms/{scheduleId}/entries",
                    "POST /api/bookings",
                    "POST /api/bookings/{id}/payment",
                    "POST /api/complimentary-bookings");

    private static final List<String> LAST =
            List.of(
                    "DELETE /api/schedules/{id}/blocks/{blockId}",
                    "DELETE /api/waiting-rooms/{scheduleId}/entries/{entryId}",
                    "POST /api/waiting-rooms/{scheduleId}/close",
                    "POST /api/bookings/{id}/cancellation",
                    "POST /api/schedules/{id}/cancellation",
                    "GET /api/schedules/{id}/cancellation");

    private static final String EVENTS =
            "GET /api/waiting-rooms/{scheduleId}/entries/{entryId}/events";

    /** What no stranger can do, or what the sample data has nothing of: the code instead. */
    private static final Map<String, String> REFUSED =
            Map.of(
                    "POST /api/payments/webhooks/stripe",
                    "webhook-unsigned",
                    // Its answer goes on for as long as somebody waits.
                    EVENTS,
                    "entry-not-found");

    /** Where the id of what is made follows from the key, so that the document can know it. */
    private static final Set<String> ID_OF_KEY =
            Set.of("POST /api/bookings", "POST /api/complimentary-bookings");

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Ids that are made by chance, so that no document has them. */
    private static final Set<String> BY_CHANCE = Set.of("blockId", "entryId");

    private final Map<String, String> made = new HashMap<>();

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    @Test
    void everyExampleDoesWhatTheDocumentSays() {
        var failures = new ArrayList<String>();
        for (var operation : inOrder(MergedApi.read())) {
            var bodies = operation.bodies();
            if (bodies.isEmpty()) {
                send(operation, "", null, failures);
            }
            bodies.forEach((type, example) -> {
                if (example.isMissingNode()) {
                    failures.add(operation.endpoint() + " has no example as " + type);
                } else {
                    send(operation, type, example, failures);
                }
            });
        }
        assertThat(failures).isEmpty();
        Books.balanceWhenAllHasEnded();
    }

    private static List<Operation> inOrder(MergedApi api) {
        return api.operations()
                .sorted(
                        Comparator.comparingInt(ExamplesIT::turn)
                                .thenComparing(Operation::path)
                                .thenComparing(Operation::method))
                .toList();
    }

    private static int turn(Operation operation) {
        var first = FIRST.indexOf(operation.endpoint());
        var last = LAST.indexOf(operation.endpoint());
        return first >= 0 ? first : FIRST.size() + 1 + last;
    }

    private void send(
            Operation operation, String type, @Nullable JsonNode example, List<String> failures) {
        var headers = headers(operation, type, failures);
        var path = path(operation, failures);
        var body = body(example);
        // The door's document is held against each answer, so what comes is documented.
        var answer =
                Buyer.patiently(
                        () -> Http.send(operation.method(), Service.GATEWAY, path, headers, body));
        var refused = REFUSED.get(operation.endpoint());
        if (refused == null ? answer.status() >= 300 : !answer.code().equals(refused)) {
            failures.add(
                    "%s %s: %d %s"
                            .formatted(operation.endpoint(), type, answer.status(), answer.body()));
        }
        BY_CHANCE.stream().filter(answer.body()::has).forEach(id -> made.put(id, answer.text(id)));
    }

    private static @Nullable String body(@Nullable JsonNode example) {
        if (example == null) {
            return null;
        }
        return example.isString() ? example.asString() : example.toString();
    }

    private static Map<String, String> headers(
            Operation operation, String type, List<String> failures) {
        var headers = new TreeMap<String, String>();
        if (!operation.isPublic()) {
            var who = Buyer.called(operation.isForStaff() ? "park" : "mina");
            headers.put("Authorization", "Bearer " + who.token());
        }
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        for (var header : operation.parameters("header")) {
            if (header.path("required").asBoolean(false)) {
                var example = exampleOf(header, operation, failures);
                // Else a new key for each request, as the document wants it.
                var isKnown = ID_OF_KEY.contains(operation.endpoint());
                headers.put(
                        header.path("name").asString(),
                        isKnown ? example : example + "-" + COUNT.incrementAndGet());
            }
        }
        return headers;
    }

    private String path(Operation operation, List<String> failures) {
        var path = operation.path();
        for (var parameter : operation.parameters("path")) {
            var name = parameter.path("name").asString();
            var example = exampleOf(parameter, operation, failures);
            var value =
                    operation.endpoint().equals(EVENTS)
                            ? example
                            : made.getOrDefault(name, example);
            path = path.replace("{" + name + "}", value);
        }
        return path;
    }

    private static String exampleOf(
            JsonNode parameter, Operation operation, List<String> failures) {
        var example = parameter.path("example").asString("");
        if (example.isEmpty()) {
            failures.add(operation.endpoint() + " has no example of " + parameter.path("name"));
            return "none";
        }
        return example;
    }
}
