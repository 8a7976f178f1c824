package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;
import java.time.Duration;

/**
 * What came back over HTTP.
 *
 * @param body empty object where there was none
 * @param took from the request's first byte to the answer's last
 */
record Answer(int status, JsonNode body, HttpHeaders headers, Duration took) {

    /** A member of the body as text; empty where it is missing. */
    String text(String member) {
        return body.path(member).asString("");
    }

    String code() {
        return text("code");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Says what came back where it is not this, for the failure has to be read from a log. */
    Answer expect(int expected) {
        assertThat(status).as("status of %s", body).isEqualTo(expected);
        return this;
    }

    /** RFC 9457, with a code to program against and a sentence for a person. */
    Answer expectProblem(int expected, String code) {
        expect(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(code()).as("code of %s", body).isEqualTo(code);
        assertThat(text("detail")).as("a sentence in %s", body).matches("[A-Z].{10,}[.]");
        assertThat(text("traceId")).as("trace id in %s", body).isNotEmpty();
        return this;
    }

    /** Whether the same request, with the same key, is to be sent again. */
    boolean saysComeAgain() {
        return (status == 202 && !header("Retry-After").isEmpty())
                || status == 429
                || (status == 503 && code().equals("temporarily-unavailable"))
                || (status == 409 && code().equals("still-reserving"));
    }
}
