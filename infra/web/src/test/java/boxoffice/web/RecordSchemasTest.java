package boxoffice.web;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

    record PlainView(String name, int count, @Nullable String note, @Nullable Money price) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SparseView(String name, List<LineView> lines, @Nullable String note) {
        record LineView(int number) {}
    }

    record PartlyView(
            String name, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {}

    record AskedRequest(
            @io.swagger.v3.oas.annotations.media.Schema(requiredMode = RequiredMode.REQUIRED)
                    @Nullable String name,
            @Nullable LineRequest line) {
        record LineRequest(@Nullable Integer number) {}
    }

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = KindView.Open.class, name = "OPEN"),
        @JsonSubTypes.Type(value = KindView.Shut.class, name = "SHUT")
    })
    sealed interface KindView {
        record Open(String state) implements KindView {}

        record Shut(String state, String reason) implements KindView {}
    }

    private static Map<String, Schema> schemasOf(Class<?> type) {
        var converters = new ModelConverters(true);
        converters.addConverter(new RecordSchemas());
        return converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true))
                .referencedSchemas;
    }

    private static Schema<?> schemaOf(Class<?> type) {
        return named(schemasOf(type), RecordSchemas.nameOf(type));
    }

    private static Schema<?> named(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name));
    }

    private static Schema<?> property(Schema<?> schema, String name) {
        return named(schema.getProperties(), name);
    }

    @Test
    void requiresWhatIsAlwaysThere() {
        var plain = schemaOf(PlainView.class);
        assertThat(plain.getRequired()).containsExactlyInAnyOrder("name", "count");
    }

    @Test
    void saysWhatMayBeNull() {
        var plain = schemaOf(PlainView.class);
        assertThat(property(plain, "note").getTypes()).containsExactlyInAnyOrder("string", "null");
        assertThat(property(plain, "price").getOneOf())
                .extracting(one -> one.get$ref())
                .containsExactly("#/components/schemas/Money", null);
        assertThat(property(plain, "name").getTypes()).containsExactly("string");
    }

    @Test
    void requiresNothingThatIsLeftOutWhereItIsEmpty() {
        var sparse = schemaOf(SparseView.class);
        assertThat(sparse.getRequired()).isNull();
        assertThat(property(sparse, "note").getTypes()).containsExactly("string");
    }

    @Test
    void requiresNoComponentThatIsLeftOutByItself() {
        assertThat(schemaOf(PartlyView.class).getRequired()).containsExactly("name");
    }

    @Test
    void tellsLinesOfOneViewFromThoseOfAnother() {
        assertThat(schemasOf(SparseView.class))
                .containsOnlyKeys("RecordSchemasTestSparseView", "SparseLineView");
    }

    @Test
    void takesTheWordOfAnAnnotation() {
        var asked = schemaOf(AskedRequest.class);
        assertThat(asked.getRequired()).containsExactly("name");
        assertThat(property(asked, "name").getTypes()).containsExactly("string");
    }

    @Test
    void knowsMoneyByItsCurrency() {
        var money = schemaOf(Money.class);
        assertThat(money.getRequired()).containsExactlyInAnyOrder("amount", "currency");
        assertThat(property(money, "currency").getPattern()).isEqualTo("^[A-Z]{3}$");
        assertThat(property(money, "amount").getFormat()).isEqualTo("int64");
    }

    @Test
    void tellsKindsByTheirTags() {
        var schemas = schemasOf(KindView.class);
        Schema<?> kind = named(schemas, "RecordSchemasTestKindView");
        assertThat(kind.getOneOf())
                .extracting(one -> one.get$ref())
                .containsExactly("#/components/schemas/KindOpen", "#/components/schemas/KindShut");
        assertThat(kind.getDiscriminator().getPropertyName()).isEqualTo("state");
        assertThat(kind.getDiscriminator().getMapping())
                .containsEntry("SHUT", "#/components/schemas/KindShut");
        assertThat(property(named(schemas, "KindOpen"), "state").getEnum()).hasToString("[OPEN]");
        assertThat(named(schemas, "KindShut").getRequired())
                .containsExactlyInAnyOrder("state", "reason");
    }

    @Test
    void closesBodiesDownToTheirParts() {
        var schemas = new HashMap<>(schemasOf(AskedRequest.class));
        schemas.putAll(schemasOf(SparseView.class));
        var body = new Schema<>().$ref("#/components/schemas/RecordSchemasTestAskedRequest");
        var content = new Content().addMediaType("application/json", new MediaType().schema(body));
        var operation = new Operation().requestBody(new RequestBody().content(content));
        var paths = new Paths().addPathItem("/", new PathItem().post(operation));
        ApiSchemas.close(new OpenAPI().paths(paths).components(new Components().schemas(schemas)));
        assertThat(named(schemas, "RecordSchemasTestAskedRequest").getAdditionalProperties())
                .isEqualTo(false);
        assertThat(named(schemas, "AskedLineRequest").getAdditionalProperties()).isEqualTo(false);
        assertThat(named(schemas, "RecordSchemasTestSparseView").getAdditionalProperties())
                .isNull();
    }
}
