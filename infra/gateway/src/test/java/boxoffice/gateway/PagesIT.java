package boxoffice.gateway;

import static boxoffice.gateway.Upstream.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may read of the door itself. */
class PagesIT {

    private static final Door DOOR = new Door();
    private static final Pattern PARTS = Pattern.compile("(?:src|href)=\"(/[^\"]*)\"");

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs"})
    void showsAPageWhoseEveryPartIsHere(String path) {
        var page = DOOR.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'");
        assertThat(page.body()).doesNotContain("<script>", "<style", "http:", "https:");
        for (var part : PARTS.matcher(page.body()).results().toList()) {
            assertThat(DOOR.get(part.group(1)).statusCode()).as(part.group(1)).isEqualTo(200);
        }
    }

    @Test
    void showsNothingElseOfWhatItIsMadeOf() {
        for (var path : new String[] {"/webjars/", "/application.yaml", "/docs/../x"}) {
            assertThat(DOOR.get(path).statusCode()).as(path).isBetween(400, 499);
        }
    }

    @Test
    void asksAServiceForItsDocumentAgainUntilItHasIt() {
        // The pages link to the document, so a door that was asked for them may have it already.
        try (var door = new Door("--boxoffice.gateway.document-life=1h")) {
            asksAServiceForItsDocumentAgainUntilItHasIt(door);
        }
    }

    private static void asksAServiceForItsDocumentAgainUntilItHasIt(Door door) {
        var order = door.behind(Destination.ORDER);
        order.answersWith(says("500 Internal Server Error", "text/plain", "no"));
        var partly = door.get("/api/openapi.json");
        assertThat(partly.statusCode()).isEqualTo(200);
        assertThat(Door.json(partly).path("x-left-out").toString()).isEqualTo("[\"order\"]");
        assertThat(partly.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

        order.answersWith(
                says(
                        "200 OK",
                        "application/json",
                        "{\"paths\": {\"/api/orders\": {\"get\": {\"responses\": {}}}}}"));
        var whole = door.get("/api/openapi.json");
        assertThat(Door.json(whole).has("x-left-out")).isFalse();
        assertThat(Door.json(whole).path("paths").has("/api/orders")).isTrue();

        order.received();
        order.answersWith(says("500 Internal Server Error", "text/plain", "no"));
        assertThat(door.get("/api/openapi.json").body()).isEqualTo(whole.body());
        assertThat(order.received()).isEmpty();
    }
}
