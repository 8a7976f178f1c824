package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What Temporal says of the bookings' workflows, by its own command. */
final class Workflows {
    private Workflows() {}

    /**
     * @param running whether its workflow is open
     * @param status the search attribute {@code BookingStatus}
     */
    record Seen(boolean running, String status) {}

    /** All bookings that Temporal lists, by booking id; the list may be some moments old. */
    static Map<String, Seen> all() {
        var seen = new HashMap<String, Seen>();
        for (var execution : list("WorkflowType = 'Booking'")) {
            var fields = execution.path("searchAttributes").path("indexedFields");
            seen.put(
                    execution
                            .path("execution")
                            .path("workflowId")
                            .asString("")
                            .replace("booking/", ""),
                    new Seen(
                            execution.path("status").asString("").endsWith("RUNNING"),
                            keyword(fields.path("BookingStatus"))));
        }
        return seen;
    }

    /** The ids of the bookings that a visibility query finds. */
    static List<String> find(String query) {
        var ids = new ArrayList<String>();
        list(query)
                .forEach(execution ->
                        ids.add(
                                execution
                                        .path("execution")
                                        .path("workflowId")
                                        .asString("")
                                        .replace("booking/", "")));
        return ids;
    }

    /** The violations that the product's own audit names, started as an operator would. */
    static List<String> auditedViolations() {
        var id = "audit/" + UUID.randomUUID();
        var queue = List.of("--task-queue", "booking", "--workflow-id", id);
        var line = new ArrayList<>(List.of("workflow", "execute", "--type", "Audit"));
        line.addAll(queue);
        var report = json(line.toArray(String[]::new)).path("result");
        var named = new ArrayList<String>();
        report.path("violations")
                .forEach(it ->
                        named.add(
                                "%s %s: %s"
                                        .formatted(
                                                it.path("part").asString(""),
                                                it.path("bookingId").asString(""),
                                                it.path("what").asString(""))));
        assertThat(report.path("violationCount").asLong(-1)).isEqualTo(named.size());
        return named;
    }

    private static JsonNode list(String query) {
        return json("workflow", "list", "--limit", "100000", "--query", query);
    }

    /** Everything that {@code temporal workflow describe} tells. */
    static JsonNode describe(String booking) {
        return json("workflow", "describe", "--workflow-id", "booking/" + booking);
    }

    static boolean isRunning(String booking) {
        return describe(booking)
                .path("workflowExecutionInfo")
                .path("status")
                .asString("")
                .endsWith("RUNNING");
    }

    private static JsonNode json(String... words) {
        var line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--output", "json"));
        return Http.JSON.readTree(House.system().temporal().cli(line));
    }

    /** Search attributes come as payloads: JSON in base64. */
    private static String keyword(JsonNode payload) {
        var data = payload.path("data").asString("");
        return data.isEmpty()
                ? ""
                : Http.JSON.readTree(Base64.getDecoder().decode(data)).asString("");
    }
}
