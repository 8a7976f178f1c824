package boxoffice.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears webhooks, and turns away as many at first as it is told to. */
final class Listener implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** One that was taken. */
    record Heard(String signature, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String type() {
            return json().at("/type").asString();
        }
    }

    Listener(int turnedAway) throws IOException {
        var left = new AtomicInteger(turnedAway);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                        var isTaken = left.getAndDecrement() <= 0;
                        if (isTaken) {
                            var signature =
                                    exchange.getRequestHeaders().getFirst("Stripe-Signature");
                            heard.add(new Heard(signature, body));
                        }
                        exchange.sendResponseHeaders(isTaken ? 200 : 503, -1);
                    }
                });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks");
    }

    /** The types in the order they came, once there are so many; fewer after five seconds. */
    List<String> types(int count) throws InterruptedException {
        for (var wait = 0; wait < 100 && heard.size() < count; wait++) {
            Thread.sleep(50);
        }
        return heard.stream().map(Heard::type).toList();
    }

    Heard first() {
        return heard.getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
