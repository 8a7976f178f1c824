package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes into each operation of an OpenAPI document what the door answers before any service. */
enum DoorAnswers {
    NOT_PASSED_ON(
            HttpStatus.BAD_REQUEST,
            List.of("path-invalid", "query-invalid", "request-malformed", "body-incomplete"),
            false),
    FROM_ELSEWHERE(HttpStatus.FORBIDDEN, List.of("origin-not-allowed"), false),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, List.of("body-too-large"), false),
    FORM(HttpStatus.UNSUPPORTED_MEDIA_TYPE, List.of("unsupported-media-type"), false),
    TOO_OFTEN(HttpStatus.TOO_MANY_REQUESTS, List.of("too-many-requests"), true),
    GONE(HttpStatus.SERVICE_UNAVAILABLE, List.of("service-unavailable"), true),
    SILENT(HttpStatus.GATEWAY_TIMEOUT, List.of("service-timeout"), true);

    private static final String EXAMPLE_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final HttpStatus status;
    private final List<String> codes;
    private final boolean saysWhen;

    DoorAnswers(HttpStatus status, List<String> codes, boolean saysWhen) {
        this.status = status;
        this.codes = codes;
        this.saysWhen = saysWhen;
    }

    static void addTo(ObjectNode document) {
        header(
                document.withObject("/components/headers"),
                TraceIds.HEADER,
                "Names the request in our logs: tell it when you ask about one.",
                true);
        for (var path : document.path("paths")) {
            for (var operation : MergedDocument.operations(path)) {
                var responses = operation.withObjectProperty("responses");
                Arrays.stream(values()).forEach(answer -> answer.write(responses));
                for (var response : responses) {
                    ((ObjectNode) response)
                            .withObjectProperty("headers")
                            .withObjectProperty(TraceIds.HEADER)
                            .put("$ref", "#/components/headers/" + TraceIds.HEADER);
                }
            }
        }
    }

    private void write(ObjectNode responses) {
        var code = Integer.toString(status.value());
        var isNew = !responses.has(code);
        var response = responses.withObjectProperty(code);
        var body =
                response.withObjectProperty("content")
                        .withObjectProperty(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        body.withObjectProperty("schema").put("$ref", "#/components/schemas/Problem");
        var examples = body.withObjectProperty("examples");
        codes.forEach(one -> examples.withObjectProperty(one).set("value", example(one)));
        response.put(
                "description",
                status.getReasonPhrase()
                        + ": `"
                        + String.join("`, `", examples.propertyNames())
                        + "`");
        var headers = response.withObjectProperty("headers");
        if (isNew) {
            header(
                    headers,
                    HttpHeaders.CONTENT_LANGUAGE,
                    "The language of title and detail: en or ko.",
                    true);
        }
        if (saysWhen && !headers.has(HttpHeaders.RETRY_AFTER)) {
            header(
                    headers,
                    HttpHeaders.RETRY_AFTER,
                    "Seconds after which it makes sense to ask again.",
                    isNew);
        }
    }

    private ObjectNode example(String code) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", ApiProblem.TYPE + code)
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("code", code)
                .put("traceId", EXAMPLE_TRACE);
    }

    private static void header(ObjectNode headers, String name, String about, boolean required) {
        var header = headers.withObjectProperty(name);
        header.put("description", about).put("required", required);
        header.withObjectProperty("schema").put("type", "string");
    }
}
