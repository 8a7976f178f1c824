package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The gateway's document of the whole API. */
record MergedApi(JsonNode document) {

    private static final String PATH = "/api/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** Waits for a whole one: a service that has just started may be left out. */
    static MergedApi read() {
        var found = new AtomicReference<JsonNode>();
        Wait.until(
                Duration.ofSeconds(20),
                () -> {
                    var answer = Http.get(Service.GATEWAY, PATH, Map.of()).expect(200);
                    assertThat(answer.body().path("x-left-out").isMissingNode()).isTrue();
                    found.set(answer.body());
                });
        return new MergedApi(found.get());
    }

    Stream<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path ->
                        path.getValue().properties().stream()
                                .filter(method -> METHODS.contains(method.getKey()))
                                .map(method ->
                                        new Operation(
                                                this,
                                                method.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey(),
                                                method.getValue())));
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** One method of one path. */
    record Operation(MergedApi api, String method, String path, JsonNode json) {

        String endpoint() {
            return method + " " + path;
        }

        String id() {
            return json.path("operationId").asString();
        }

        /** Whether nobody need sign in. */
        boolean isPublic() {
            return json.path("security").isArray() && json.path("security").isEmpty();
        }

        /** Whether it is for the staff alone. */
        boolean isForStaff() {
            return json.at("/responses/403/content/application~1problem+json/examples")
                    .has("role-missing");
        }

        /** The examples of its bodies by their type; none where it takes none. */
        Map<String, JsonNode> bodies() {
            var bodies = new TreeMap<String, JsonNode>();
            json.at("/requestBody/content")
                    .properties()
                    .forEach(type -> bodies.put(type.getKey(), type.getValue().path("example")));
            return bodies;
        }

        /** What is said of its path, its query or its headers. */
        List<JsonNode> parameters(String in) {
            return StreamSupport.stream(json.path("parameters").spliterator(), false)
                    .map(api::resolved)
                    .filter(parameter -> parameter.path("in").asString().equals(in))
                    .toList();
        }
    }
}
