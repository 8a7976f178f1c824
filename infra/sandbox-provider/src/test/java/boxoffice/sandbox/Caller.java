package boxoffice.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the sandbox as a client of Stripe's would, with nothing between. */
final class Caller {

    static final String API_KEY = "sk_test_sandbox";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final String apiKey;

    Caller(URI base) {
        this(base, API_KEY);
    }

    Caller(URI base, String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    /** An answer as it came. */
    record Answer(int status, JsonNode body, boolean replayed) {
        String text(String path) {
            return body.at(path).asString();
        }
    }

    Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    Answer delete(String path) throws IOException {
        return send(HttpRequest.newBuilder(base.resolve(path)).DELETE());
    }

    /** Parameters as name, value, name, value. */
    Answer post(String path, @Nullable String key, String... parameters) throws IOException {
        var form = new StringJoiner("&");
        for (var at = 0; at < parameters.length; at += 2) {
            form.add(
                    URLEncoder.encode(parameters[at], UTF_8)
                            + "="
                            + URLEncoder.encode(parameters[at + 1], UTF_8));
        }
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var response =
                    HTTP.send(
                            request.header("Authorization", "Bearer " + apiKey).build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    response.headers().firstValue("Idempotent-Replayed").isPresent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new intent over so many won. */
    String intent(String payment, long won) throws IOException {
        return post(
                        "/v1/payment_intents",
                        payment + "/open",
                        "amount",
                        Long.toString(won),
                        "currency",
                        "krw",
                        "metadata[payment]",
                        payment)
                .text("/id");
    }

    Answer confirm(String intent, String key, String card) throws IOException {
        return post(
                "/v1/payment_intents/" + intent + "/confirm",
                key,
                "payment_method",
                card,
                "error_on_requires_action",
                "true");
    }

    Answer refund(String intent, String key, long won) throws IOException {
        return post("/v1/refunds", key, "payment_intent", intent, "amount", Long.toString(won));
    }
}
