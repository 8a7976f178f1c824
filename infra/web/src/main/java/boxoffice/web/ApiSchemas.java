package boxoffice.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The schemas of a service's OpenAPI document: what is sent and shown, as exactly as it is read.
 */
@Configuration(proxyBeanMethods = false)
class ApiSchemas {

    private static final String WALL_CLOCK =
            "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?$";

    static {
        var known = SpringDocUtils.getConfig();
        known.addRequestWrapperToIgnore(
                BuyerId.class, Staff.class, IdempotencyKey.class, PreferredWait.class);
        // What we name as one is a path of ours.
        known.replaceWithSchema(URI.class, ApiDocument.text().format("uri-reference"));
        // The clock on a wall, which "date-time" is not: that has an offset.
        known.replaceWithSchema(LocalDateTime.class, ApiDocument.text().pattern(WALL_CLOCK));
        known.replaceWithSchema(BookingId.class, ApiDocument.text().format("uuid"));
        known.replaceWithSchema(ScheduleId.class, id(ScheduleId.LENGTH_MAX));
        known.replaceWithSchema(ConcertId.class, id(ConcertId.LENGTH_MAX));
        known.replaceWithSchema(BuyerId.class, id(BuyerId.LENGTH_MAX));
        known.replaceWithSchema(PromoterId.class, id(PromoterId.LENGTH_MAX));
        known.replaceWithSchema(
                ZoneId.class, ApiDocument.text().description("IANA, such as Asia/Seoul."));
    }

    private static Schema<?> id(int lengthMax) {
        return ApiDocument.text()
                .minLength(1)
                .maxLength(lengthMax)
                // No spaces around it.
                .pattern("^\\S([\\s\\S]*\\S)?$");
    }

    /** Before all others, for it must have the first word about a record. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    /** A body's field that nobody knows is refused, so the document has no room for one. */
    @Bean
    OpenApiCustomizer strictBodies() {
        return ApiSchemas::close;
    }

    static void close(OpenAPI document) {
        var seen = new HashSet<String>();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .filter(operation -> operation.getRequestBody().getContent() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(body -> close(body.getSchema(), document.getComponents(), seen));
    }

    private static void close(
            @Nullable Schema<?> schema, @Nullable Components components, Set<String> seen) {
        if (schema == null || components == null) {
            return;
        }
        var reference = schema.get$ref();
        if (reference != null) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (seen.add(name)) {
                close(components.getSchemas().get(name), components, seen);
            }
            return;
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalProperties(false);
            schema.getProperties().values().forEach(each -> close(each, components, seen));
        }
        close(schema.getItems(), components, seen);
        if (schema.getOneOf() != null) {
            schema.getOneOf().forEach(each -> close(each, components, seen));
        }
    }
}
