package boxoffice.web;

import boxoffice.kernel.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Tells of records what their Java says and JSON Schema can: a component is required unless it may
 * be null or left out, a sealed interface is one of its records, and a nested record has the name
 * of its room before its own, for every view has its lines.
 */
final class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (isOurs(raw) && raw.isSealed()) {
            return sealed(raw, context);
        }
        if (!isOurs(raw) || !raw.isRecord()) {
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
        var name = nameOf(raw);
        type.setName(name);
        var resolved = chain.next().resolve(type, context, chain);
        var model = context.getDefinedModels().get(name);
        if (model != null && model.getProperties() != null) {
            for (var component : raw.getRecordComponents()) {
                describe(component, model);
            }
            if (raw == Money.class) {
                bound(model);
            }
        }
        return resolved;
    }

    /** Of what has no annotations nothing can be told. */
    private static boolean isOurs(Class<?> type) {
        return type.getPackage() != null && type.getPackage().isAnnotationPresent(NullMarked.class);
    }

    /** {@code OrderView.LineView} is an OrderLineView; what a controller has is its own. */
    static String nameOf(Class<?> type) {
        var room = type.getDeclaringClass();
        if (room == null || room.getSimpleName().endsWith("Controller")) {
            return type.getSimpleName();
        }
        return room.getSimpleName().replaceFirst("(View|Request)$", "") + type.getSimpleName();
    }

    private static void describe(RecordComponent component, Schema<?> model) {
        var name = component.getName();
        var property = model.getProperties().get(name);
        if (property == null || isRequired(model, name)) {
            return;
        }
        var omits = omits(component);
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            if (omits != JsonInclude.Include.NON_EMPTY || !mayBeEmpty(component.getType())) {
                model.addRequiredItem(name);
            }
        } else if (omits == JsonInclude.Include.ALWAYS) {
            model.getProperties().put(name, orNull(property));
        }
    }

    private static boolean isRequired(Schema<?> model, String property) {
        return model.getRequired() != null && model.getRequired().contains(property);
    }

    private static JsonInclude.Include omits(RecordComponent component) {
        // It cannot stand on a component, so the compiler puts it on what is made of one.
        var own = component.getAccessor().getAnnotation(JsonInclude.class);
        var all = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        var said = own == null ? all : own;
        return said == null ? JsonInclude.Include.ALWAYS : said.value();
    }

    private static boolean mayBeEmpty(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type == String.class;
    }

    @SuppressWarnings("unchecked")
    static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().oneOf(List.of(property, nothing()));
        }
        property.addType("null");
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            ((Schema<Object>) property).addEnumItemObject(null);
        }
        return property;
    }

    private static Schema<?> nothing() {
        var nothing = new Schema<>();
        nothing.addType("null");
        return nothing;
    }

    private static void bound(Schema<?> money) {
        property(money, "currency").pattern("^[A-Z]{3}$").example("KRW");
        property(money, "amount").example(110_000);
    }

    private static Schema<?> property(Schema<?> model, String name) {
        return Objects.requireNonNull(model.getProperties().get(name));
    }

    private static Schema<?> sealed(Class<?> type, ModelConverterContext context) {
        var name = nameOf(type);
        if (!context.getDefinedModels().containsKey(name)) {
            var oneOf = new Schema<>();
            for (var one : type.getPermittedSubclasses()) {
                context.resolve(new AnnotatedType(one).resolveAsRef(true));
                oneOf.addOneOfItem(new Schema<>().$ref(REFERENCE + nameOf(one)));
            }
            var tag = type.getAnnotation(JsonTypeInfo.class);
            if (tag != null) {
                oneOf.setDiscriminator(discriminator(type, tag.property(), context));
            }
            context.defineModel(name, oneOf);
        }
        return new Schema<>().$ref(REFERENCE + name);
    }

    /** Each kind has its tag and no other, so that an answer is never of two kinds. */
    private static Discriminator discriminator(
            Class<?> type, String property, ModelConverterContext context) {
        var discriminator = new Discriminator().propertyName(property);
        var kinds = Objects.requireNonNull(type.getAnnotation(JsonSubTypes.class));
        Arrays.stream(kinds.value())
                .forEach(kind -> {
                    var model =
                            Objects.requireNonNull(
                                    context.getDefinedModels().get(nameOf(kind.value())));
                    var only = new StringSchema();
                    only.addType("string");
                    only.addEnumItem(kind.name());
                    model.addProperty(property, only);
                    if (!isRequired(model, property)) {
                        model.addRequiredItem(property);
                    }
                    discriminator.mapping(kind.name(), REFERENCE + nameOf(kind.value()));
                });
        return discriminator;
    }
}
