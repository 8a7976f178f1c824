package boxoffice.testing.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A service's OpenAPI document, held against what the service answers: a status, a problem code or
 * a header that occurs and is not documented fails the test in which it occurs.
 */
public final class ApiContract {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROBLEM = "application/problem+json";

    /** What may be said of a path or method that the document does not have. */
    private static final Set<String> OF_NOTHING =
            Set.of(
                    "not-found",
                    "method-not-allowed",
                    "path-invalid",
                    "token-missing",
                    "token-invalid",
                    "not-acceptable",
                    "too-many-requests");

    /** The headers that say something to a program; of the others no client need know. */
    private static final Set<String> TELLING =
            Set.of(
                    "location",
                    "retry-after",
                    "etag",
                    "content-language",
                    "www-authenticate",
                    "preference-applied",
                    "content-disposition",
                    "link",
                    "accept",
                    "last-modified");

    private final JsonNode document;

    private ApiContract(JsonNode document) {
        this.document = document;
    }

    /**
     * @param document as JSON
     */
    public static ApiContract of(String document) {
        return new ApiContract(JSON.readTree(document));
    }

    /**
     * @throws AssertionError where the answer is not as documented
     */
    public void hold(HttpResponse<String> answer) {
        var method = answer.request().method().toLowerCase(Locale.ROOT);
        var path = answer.uri().getRawPath();
        if (!path.startsWith("/api/") || path.matches("/api/openapi(/.*|\\.json)")) {
            return;
        }
        var template = template(path);
        var operation = template.map(known -> document.at(pointer("paths", known, method)));
        if (operation.isEmpty() || operation.get().isMissingNode()) {
            assertThat(code(answer))
                    .as("%s %s, which is not documented, answers", method, path)
                    .isIn(OF_NOTHING);
            return;
        }
        assertThat(differences(operation.get(), answer))
                .as("%s %s against its document", method, template.get())
                .isEmpty();
    }

    private static List<String> differences(JsonNode operation, HttpResponse<String> answer) {
        var status = Integer.toString(answer.statusCode());
        var response = operation.path("responses").path(status);
        if (response.isMissingNode()) {
            return List.of("undocumented: " + status + " " + code(answer));
        }
        var found = new ArrayList<String>();
        var type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        if (!answer.body().isEmpty() && !types(response).contains(type)) {
            found.add("undocumented: " + status + " as " + type);
        }
        var code = code(answer);
        if (code != null && !response.at(pointer("content", PROBLEM, "examples")).has(code)) {
            found.add("undocumented: " + status + " " + code);
        }
        var documented = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        response.path("headers").propertyNames().forEach(documented::add);
        answer.headers().map().keySet().stream()
                .filter(name -> TELLING.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !documented.contains(name))
                .forEach(name -> found.add("undocumented: " + status + " with " + name));
        documented.stream()
                .filter(name ->
                        response.path("headers").path(name).path("required").asBoolean(false))
                .filter(name -> answer.headers().firstValue(name).isEmpty())
                .forEach(name -> found.add("missing: " + status + " with " + name));
        return found;
    }

    /** Without their parameters, such as a charset. */
    private static Set<String> types(JsonNode response) {
        var types = new TreeSet<String>();
        response.path("content").propertyNames().forEach(type -> types.add(type.split(";")[0]));
        return types;
    }

    private static @Nullable String code(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return type.startsWith(PROBLEM)
                ? JSON.readTree(answer.body()).path("code").asString("no code")
                : null;
    }

    /** The path as the document has it; of several the one that says most. */
    private Optional<String> template(String path) {
        return document.path("paths").propertyNames().stream()
                .filter(template -> path.matches(expression(template)))
                .min(Comparator.comparing(template -> template.split("\\{").length));
    }

    private static String expression(String template) {
        return Pattern.quote(template).replaceAll("\\{[^/}]*}", "\\\\E[^/]+\\\\Q");
    }

    private static String pointer(String... names) {
        var pointer = new StringBuilder();
        for (var name : names) {
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /**
     * Looks at the document itself: that it is whole, has no type of the house's own for an id, and
     * that there is a Korean sentence for every code in it, and none for another.
     *
     * @param own the codes that this service's {@code problems_ko.properties} has beside those that
     *     are documented, because no operation answers them
     */
    public void assertSound(String... own) {
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.path("paths").propertyNames()).isNotEmpty();
        for (var operation : operations()) {
            assertThat(operation.path("operationId").asString()).isNotBlank();
            assertThat(operation.path("responses").propertyNames())
                    .as("%s", operation.path("operationId"))
                    .anyMatch(status -> status.startsWith("2"));
        }
        assertThat(document.at("/components/schemas").propertyNames())
                .as("ids are texts, and what is asked or shown has a name of its own")
                .noneMatch(name -> name.endsWith("Id") || name.endsWith("Key"));
        var codes = codes();
        var shared = korean("boxoffice/web/problems");
        var ofService = korean("problems");
        var known = new TreeSet<>(shared);
        known.addAll(ofService);
        assertThat(known).as("has a Korean sentence").containsAll(codes);
        codes.addAll(Set.of(own));
        assertThat(codes).as("is documented").containsAll(ofService);
    }

    private List<JsonNode> operations() {
        var operations = new ArrayList<JsonNode>();
        document.path("paths")
                .forEach(path ->
                        path.properties().stream()
                                .filter(entry -> entry.getValue().has("responses"))
                                .forEach(entry -> operations.add(entry.getValue())));
        return operations;
    }

    private Set<String> codes() {
        var codes = new TreeSet<String>();
        for (var operation : operations()) {
            operation
                    .path("responses")
                    .forEach(response ->
                            codes.addAll(
                                    response.at(pointer("content", PROBLEM, "examples"))
                                            .propertyNames()));
        }
        return codes;
    }

    /** The codes of a bundle, without their variants and without titles. */
    private static Set<String> korean(String bundle) {
        var codes = new TreeSet<String>();
        for (var key : ResourceBundle.getBundle(bundle, Locale.KOREAN).keySet()) {
            if (!key.startsWith("status.")) {
                codes.add(key.split("\\.")[0]);
            }
        }
        return codes;
    }
}
