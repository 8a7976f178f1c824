package boxoffice.system;

import boxoffice.local.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP: through the gateway as everybody comes, or at a service itself where it is named. */
final class Http {
    private Http() {}

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    static Answer get(String path, Map<String, String> headers) {
        return get(Service.GATEWAY, path, headers);
    }

    static Answer post(String path, Map<String, String> headers, @Nullable String body) {
        return post(Service.GATEWAY, path, headers, body);
    }

    static Answer send(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        return send(method, Service.GATEWAY, path, headers, body);
    }

    static Answer get(Service service, String path, Map<String, String> headers) {
        return send("GET", service, path, headers, null);
    }

    static Answer post(
            Service service, String path, Map<String, String> headers, @Nullable String body) {
        var all = new TreeMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        return send("POST", service, path, all, body);
    }

    /**
     * @throws UncheckedIOException where the service is not there, or goes away meanwhile
     */
    static Answer send(
            String method,
            Service service,
            String path,
            Map<String, String> headers,
            @Nullable String body) {
        var request =
                HttpRequest.newBuilder(House.system().address(service).resolve(path))
                        .timeout(TIMEOUT)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var begun = System.nanoTime();
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var took = Duration.ofNanos(System.nanoTime() - begun);
            Contracts.hold(service, CLIENT, response);
            var text = response.body();
            var json = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
            return new Answer(response.statusCode(), json, response.headers(), took);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " of " + service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
