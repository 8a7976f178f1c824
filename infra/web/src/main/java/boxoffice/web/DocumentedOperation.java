package boxoffice.web;

import boxoffice.kernel.BuyerId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/** Writes into one operation what its method's arguments and {@link Answers} say of it. */
final class DocumentedOperation {

    private final Operation operation;
    private final Components components;
    private final HandlerMethod method;
    private final AnswerLines answers = new AnswerLines();

    DocumentedOperation(Operation operation, Components components, HandlerMethod method) {
        this.operation = operation;
        this.components = components;
        this.method = method;
        answers.add("400 path-invalid query-invalid");
        answers.add("406 not-acceptable Accept?", "500 internal-error");
        answers.add("503 temporarily-unavailable Retry-After");
        answers.add("401 token-missing token-invalid WWW-Authenticate");
        Arrays.stream(method.getMethodParameters()).forEach(this::addWhatMayBeWrongWith);
        said(method.getBeanType().getAnnotation(Answers.class));
        said(method.getMethodAnnotation(Answers.class));
    }

    private void said(@Nullable Answers more) {
        if (more != null) {
            answers.add(more.value());
        }
    }

    private void addWhatMayBeWrongWith(MethodParameter argument) {
        var type = argument.getParameterType();
        if (type == BuyerId.class) {
            answers.add("403 subject-invalid");
        } else if (type == Staff.class) {
            answers.add("403 subject-invalid role-missing");
        } else if (type == IdempotencyKey.class) {
            answers.add("400 idempotency-key-missing idempotency-key-invalid");
            answers.add("422 idempotency-key-reused");
        } else if (argument.hasParameterAnnotation(RequestBody.class)) {
            answers.add("413 body-too-large", "415 unsupported-media-type Accept?");
            if (type != byte[].class) {
                answers.add("400 body-missing malformed-json unknown-field invalid-field");
            }
        } else if (mayNotFit(argument)) {
            answers.add("400 bad-request");
        }
    }

    /** Whether Spring itself refuses what is sent for it, or that nothing is. */
    private static boolean mayNotFit(MethodParameter argument) {
        var query = argument.getParameterAnnotation(RequestParam.class);
        var isText = argument.getParameterType() == String.class;
        if (query != null) {
            return !(isText || argument.getParameterType() == List.class)
                    || (query.required()
                            && query.defaultValue().equals(ValueConstants.DEFAULT_NONE));
        }
        return !isText
                && (argument.hasParameterAnnotation(PathVariable.class)
                        || argument.hasParameterAnnotation(RequestHeader.class));
    }

    void write() {
        var controller = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        operation.setTags(List.of(controller));
        operation.setOperationId(
                controller.substring(0, 1).toLowerCase(Locale.ROOT)
                        + controller.substring(1)
                        + method.getMethod().getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.getMethod().getName().substring(1));
        writeHeaders();
        writeBody();
        writeLimit();
        writeSuccesses();
        answers.problems().forEach(this::writeProblem);
    }

    private void writeHeaders() {
        var headers = new ArrayList<Parameter>();
        if (operation.getParameters() != null) {
            headers.addAll(operation.getParameters());
        }
        // OpenAPI has a place of its own for it.
        headers.removeIf(known -> HttpHeaders.AUTHORIZATION.equalsIgnoreCase(known.getName()));
        for (var argument : method.getMethodParameters()) {
            if (argument.getParameterType() == IdempotencyKey.class) {
                add(headers, "Idempotency-Key");
            } else if (argument.getParameterType() == PreferredWait.class) {
                add(headers, "Prefer");
            }
        }
        if (hasETag()) {
            headers.removeIf(known -> HttpHeaders.IF_NONE_MATCH.equalsIgnoreCase(known.getName()));
            add(headers, "If-None-Match");
            answers.add("304 ETag");
        }
        operation.setParameters(headers.isEmpty() ? null : headers);
    }

    /** Once, for of two methods on one path the first has been here before. */
    private static void add(List<Parameter> parameters, String name) {
        var reference = "#/components/parameters/" + name;
        if (parameters.stream().noneMatch(known -> reference.equals(known.get$ref()))) {
            parameters.add(new Parameter().$ref(reference));
        }
    }

    /** It is read as text, so that what is no number has a code of its own. */
    private void writeLimit() {
        var refused = answers.problems().get(HttpStatus.BAD_REQUEST.value());
        if (refused == null || !refused.codes().contains("limit-invalid")) {
            return;
        }
        operation.getParameters().stream()
                .filter(parameter -> "limit".equals(parameter.getName()))
                .forEach(parameter -> {
                    var number = new IntegerSchema();
                    number.addType("integer");
                    number.setMinimum(BigDecimal.ONE);
                    number.setMaximum(BigDecimal.valueOf(Paging.LIMIT_MAX));
                    number.setDefault(parameter.getSchema().getDefault());
                    parameter.setSchema(number);
                });
    }

    private boolean hasETag() {
        return answers.successes().values().stream()
                .anyMatch(line -> line.headers().contains("ETag"));
    }

    private void writeBody() {
        var said = method.getMethodAnnotation(Answers.class);
        if (said != null && operation.getRequestBody() != null) {
            new DocumentedBody(operation.getRequestBody(), method, said).write(this::schema);
        }
    }

    private void writeSuccesses() {
        var successes = new TreeMap<>(answers.successes());
        if (successes.keySet().stream().noneMatch(status -> status < 300)) {
            successes.put(200, new AnswerLines.Line(Set.of(), Set.of()));
        }
        var responses = operation.getResponses();
        var plain = responses.get("200");
        var content = said(plain == null ? null : plain.getContent());
        successes.forEach((status, line) -> {
            // Of two methods that differ in what they produce, the first has been here
            // before.
            var response =
                    responses.computeIfAbsent(status.toString(), unknown -> new ApiResponse());
            response.setDescription(phrase(status));
            if (status < 300 && status != HttpStatus.NO_CONTENT.value() && content != null) {
                var all = response.getContent() == null ? new Content() : response.getContent();
                content.forEach(all::addMediaType);
                response.setContent(all);
            }
            line.headers().forEach(header -> addHeader(response, header));
        });
        if (!successes.containsKey(200)) {
            responses.remove("200");
        }
    }

    private @Nullable Content said(@Nullable Content byType) {
        var said = method.getMethodAnnotation(Answers.class);
        if (said == null || said.body().length == 0) {
            return byType;
        }
        var schema = new Schema<>();
        for (var type : said.body()) {
            schema.addAnyOfItem(schema(type));
        }
        if (said.body().length == 1) {
            schema = schema.getAnyOf().getFirst();
        }
        return new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                        new MediaType().schema(schema));
    }

    /** Its schema becomes one of the document's. */
    @SuppressWarnings("NullAway") // The library has no annotations: no JsonView is none.
    private Schema<?> schema(Class<?> type) {
        return SpringDocAnnotationsUtils.extractSchema(
                components, type, null, new Annotation[0], SpecVersion.V31);
    }

    private void writeProblem(int status, AnswerLines.Line line) {
        var body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        line.codes().forEach(code -> body.addExamples(code, example(status, code)));
        var response =
                new ApiResponse()
                        .description(
                                phrase(status) + ": `" + String.join("`, `", line.codes()) + "`")
                        .content(
                                new Content()
                                        .addMediaType(
                                                org.springframework.http.MediaType
                                                        .APPLICATION_PROBLEM_JSON_VALUE,
                                                body));
        addHeader(response, HttpHeaders.CONTENT_LANGUAGE);
        line.headers().forEach(header -> addHeader(response, header));
        operation.getResponses().addApiResponse(Integer.toString(status), response);
    }

    private static Example example(int status, String code) {
        return new Example()
                .value(
                        Map.of(
                                "type",
                                ApiProblem.TYPE + code,
                                "title",
                                phrase(status),
                                "status",
                                status,
                                "code",
                                code,
                                "traceId",
                                "4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    private static void addHeader(ApiResponse response, String said) {
        var name = said.replace("?", "");
        var header = new Header().required(name.equals(said));
        header.setDescription(ApiDocument.HEADERS.getOrDefault(name, ""));
        header.setSchema(ApiDocument.text());
        response.addHeaderObject(name, header);
    }

    private static String phrase(int status) {
        return HttpStatus.valueOf(status).getReasonPhrase();
    }
}
