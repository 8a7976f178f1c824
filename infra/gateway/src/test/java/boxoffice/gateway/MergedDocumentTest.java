package boxoffice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergedDocumentTest {

    /** A part with one path, and components as JSON. */
    private static JsonNode part(String path, String schemas) {
        return JsonMapper.shared()
                .readTree(
                        """
                        {
                          "info": {"description": "Money is in minor units."},
                          "security": [{"bearer": []}],
                          "paths": {"%s": {"get": {
                            "operationId": "read",
                            "tags": ["Reads"],
                            "responses": {"200": {
                              "description": "OK",
                              "content": {"application/json": {
                                "schema": {"$ref": "#/components/schemas/View"}}}}}}}},
                          "components": {"schemas": {%s}}
                        }
                        """
                                .formatted(path, schemas));
    }

    private static JsonNode merged(JsonNode order, JsonNode payment) {
        var parts = new TreeMap<>(Map.of(Destination.ORDER, order, Destination.PAYMENT, payment));
        return MergedDocument.of(parts, Set.of());
    }

    private static String schemaOf(JsonNode document, String path) {
        return document.path("paths")
                .path(path)
                .at("/get/responses/200/content/application~1json/schema/$ref")
                .asString();
    }

    @Test
    void hasOnceWhatSeveralSayAlike() {
        var view = "\"View\": {\"type\": \"object\"}";
        var document = merged(part("/api/orders", view), part("/api/wallet", view));
        assertThat(document.at("/components/schemas").propertyNames()).containsExactly("View");
        assertThat(schemaOf(document, "/api/wallet")).isEqualTo("#/components/schemas/View");
    }

    @Test
    void keepsApartWhatSeveralSayDifferently() {
        var document =
                merged(
                        part("/api/orders", "\"View\": {\"type\": \"object\"}"),
                        part("/api/wallet", "\"View\": {\"type\": \"string\"}"));
        assertThat(document.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("OrderView", "PaymentView");
        assertThat(schemaOf(document, "/api/orders")).isEqualTo("#/components/schemas/OrderView");
        assertThat(schemaOf(document, "/api/wallet")).isEqualTo("#/components/schemas/PaymentView");
    }

    @Test
    void keepsApartWhatReadsAlikeAndSpeaksOfDifferentThings() {
        var view =
                "\"View\": {\"properties\": {\"line\": {\"$ref\": \"#/components/schemas/Line\"}}},"
                        + " \"Line\": {\"type\": \"%s\"}";
        var document =
                merged(
                        part("/api/orders", view.formatted("object")),
                        part("/api/wallet", view.formatted("string")));
        assertThat(document.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("OrderView", "OrderLine", "PaymentView", "PaymentLine");
        assertThat(document.at("/components/schemas/PaymentView/properties/line/$ref").asString())
                .isEqualTo("#/components/schemas/PaymentLine");
    }

    @Test
    void hasServicesForTagsAndEachOperationIdOnce() {
        var view = "\"View\": {\"type\": \"object\"}";
        var document = merged(part("/api/orders", view), part("/api/wallet", view));
        assertThat(document.at("/tags/0/name").asString()).isEqualTo("order");
        var order = document.path("paths").path("/api/orders").path("get");
        var wallet = document.path("paths").path("/api/wallet").path("get");
        assertThat(order.at("/tags/0").asString()).isEqualTo("order");
        assertThat(order.path("operationId").asString()).isEqualTo("read");
        assertThat(wallet.path("operationId").asString()).isEqualTo("paymentRead");
    }

    @Test
    void leavesOutWhatTheDoorSendsElsewhere() {
        var view = "\"View\": {\"type\": \"object\"}";
        var document = merged(part("/api/orders", view), part("/api/bookings", view));
        assertThat(document.path("paths").propertyNames()).containsExactly("/api/orders");
    }

    @Test
    void saysWhoseAnswersTheDoorGives() {
        var view = "\"View\": {\"type\": \"object\"}";
        var document = merged(part("/api/orders", view), part("/api/wallet", view));
        var responses = document.path("paths").path("/api/orders").at("/get/responses");
        assertThat(responses.propertyNames()).contains("429", "503", "504");
        assertThat(responses.at("/503/headers/Retry-After/required").asBoolean()).isTrue();
        assertThat(responses.at("/200/headers/X-Trace-Id").has("$ref")).isTrue();
    }

    @Test
    void saysWhoIsLeftOut() {
        var part = part("/api/orders", "\"View\": {\"type\": \"object\"}");
        var missing = EnumSet.complementOf(EnumSet.of(Destination.ORDER));
        var document = MergedDocument.of(Map.of(Destination.ORDER, part), missing);
        assertThat(document.path("x-left-out")).hasSize(4);
        assertThat(document.at("/info/description").asString())
                .startsWith("Money is in minor units.")
                .contains("not whole", "booking, concert, payment, queue");
    }
}
