package boxoffice.gateway;

import boxoffice.testing.service.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway on loopback with something behind each of its ways. */
final class Door implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Destination, Upstream> upstreams = new EnumMap<>(Destination.class);
    private final ConfigurableApplicationContext context;

    /**
     * @param settings as on the command line, stronger than what is set here
     */
    Door(String... settings) {
        var issuer = TestIssuer.shared().address();
        var all =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--boxoffice.gateway.response-timeout=1500ms",
                                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                        + issuer
                                        + "/jwks"));
        for (var destination : Destination.values()) {
            var upstream = new Upstream();
            upstreams.put(destination, upstream);
            all.add("--boxoffice.gateway.services." + destination.id() + "=" + upstream.address());
        }
        all.addAll(List.of(settings));
        context =
                new SpringApplicationBuilder(GatewayService.class).run(all.toArray(String[]::new));
    }

    Upstream behind(Destination destination) {
        var upstream = upstreams.get(destination);
        if (upstream == null) {
            throw new IllegalStateException("nothing behind " + destination);
        }
        return upstream;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    HttpRequest.Builder requestAs(String buyer, String path) {
        return request(path).header("Authorization", "Bearer " + TestIssuer.shared().token(buyer));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> getAs(String buyer, String path) {
        return send(requestAs(buyer, path));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
        upstreams.values().forEach(Upstream::close);
    }
}
