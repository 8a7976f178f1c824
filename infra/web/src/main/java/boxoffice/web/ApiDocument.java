package boxoffice.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The OpenAPI document of a service, made of its controllers: everybody may read it at {@code
 * /api/openapi/<service>.json}.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    /** What the headers of answers mean, wherever they are. */
    static final Map<String, String> HEADERS =
            Map.of(
                    "Location", "Where to look at what this is about.",
                    "Retry-After", "Seconds after which it makes sense to ask again.",
                    "ETag", "Strong: the same as long as the body is the same byte by byte.",
                    "Content-Language", "The language of title and detail: en or ko.",
                    "WWW-Authenticate", "RFC 6750: a bearer token is wanted.",
                    "Preference-Applied", "The wait that was kept to, such as wait=10.",
                    "Content-Disposition", "How to name the file.",
                    "Accept", "The media types that are understood.");

    private static final String BEARER = "bearer";

    private static final String ABOUT =
            """
            Money is in minor units with its ISO 4217 currency; times are UTC instants.

            Every error is RFC 9457 problem+json. Program against its `code`, which is stable; \
            `title` and `detail` are for people, in English or, by Accept-Language, in Korean. A \
            `code` may come with members of its own, such as `bookingId` or `seats`.

            Paths that are not listed answer 404 `not-found`, other methods 405 \
            `method-not-allowed` with Allow.
            """;

    static Schema<?> text() {
        var text = new StringSchema();
        text.addType("string");
        return text;
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title("Boxoffice " + service).version("1").description(ABOUT))
                .servers(List.of(new Server().url("/")))
                .security(List.of(new SecurityRequirement().addList(BEARER)))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT"))
                                .addSchemas("Problem", problem())
                                .parameters(parameters()));
    }

    private static Map<String, Parameter> parameters() {
        return Map.of(
                "Idempotency-Key",
                        new HeaderParameter()
                                .name(IdempotencyKey.HEADER)
                                .required(true)
                                .description(
                                        "A new UUID for each new request, the same one when it is"
                                                + " repeated: the repeat gets the same answer.")
                                .example("7c6c5f0e-5b0f-4c1a-9d0e-2a6f0c9b1d3e")
                                .schema(text().pattern(IdempotencyKey.PATTERN)),
                "Prefer",
                        new HeaderParameter()
                                .name(PreferredWait.HEADER)
                                .description(
                                        "RFC 7240: wait=n waits up to n seconds, 0 to 10, for the"
                                                + " answer.")
                                .example("wait=10")
                                .schema(text()),
                "If-None-Match",
                        new HeaderParameter()
                                .name("If-None-Match")
                                .description("The ETag that is known: 304 while it is the same.")
                                .schema(text()));
    }

    private static Schema<?> problem() {
        var status = new IntegerSchema();
        status.addType("integer");
        var problem = new ObjectSchema();
        problem.addType("object");
        problem.description("RFC 9457. Members beside these belong to the code.")
                .addProperty("type", text().format("uri"))
                .addProperty("title", text())
                .addProperty("status", status)
                .addProperty("detail", text())
                .addProperty("instance", text().format("uri-reference"))
                .addProperty("code", text().pattern("[a-z0-9]+(-[a-z0-9]+)*"))
                .addProperty("traceId", text())
                .required(List.of("type", "title", "status", "code", "traceId"))
                .additionalProperties(true);
        return problem;
    }

    @Bean
    GlobalOperationComponentsCustomizer answers() {
        return new GlobalOperationComponentsCustomizer() {
            @Override
            public Operation customize(
                    Operation operation, Components components, HandlerMethod method) {
                new DocumentedOperation(operation, components, method).write();
                return operation;
            }

            @Override
            public Operation customize(Operation operation, HandlerMethod method) {
                return operation;
            }
        };
    }

    /** What anybody may ask needs no token, though a wrong one is refused there too. */
    @Bean
    OpenApiCustomizer publicOperations(
            ObjectProvider<PublicReads> reads, ObjectProvider<SignedPosts> posts) {
        return document ->
                document.getPaths()
                        .forEach((path, item) -> {
                            reads.forEach(open -> open(item, HttpMethod.GET, path, open.paths()));
                            posts.forEach(open -> open(item, HttpMethod.POST, path, open.paths()));
                        });
    }

    private static void open(PathItem item, HttpMethod method, String path, List<String> open) {
        var operation = item.readOperationsMap().get(PathItem.HttpMethod.valueOf(method.name()));
        if (operation != null
                && !asksWhoItIs(operation)
                && open.stream().anyMatch(pattern -> matches(pattern, path))) {
            openToAll(operation);
        }
    }

    /** Some of what is under an open path is for the staff alone, and says so itself. */
    private static boolean asksWhoItIs(Operation operation) {
        var refused = operation.getResponses().get("403");
        return refused != null
                && refused.getContent().values().stream()
                        .anyMatch(body -> body.getExamples().containsKey("subject-invalid"));
    }

    private static boolean matches(String pattern, String path) {
        return PathPatternParser.defaultInstance
                .parse(pattern)
                .matches(PathContainer.parsePath(path));
    }

    private static void openToAll(Operation operation) {
        operation.setSecurity(List.of());
        var refused = Objects.requireNonNull(operation.getResponses().get("401"));
        refused.description("Unauthorized: `token-invalid`");
        refused.getContent().values().forEach(body -> body.getExamples().remove("token-missing"));
    }
}
