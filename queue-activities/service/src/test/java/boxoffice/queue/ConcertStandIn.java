package boxoffice.queue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Answers on loopback as the concert service does, no more of it than the queue service asks: every
 * date that a test has not said to be another's is the asker's own. The real one stands behind the
 * system tests.
 */
final class ConcertStandIn {

    private static final ConcertStandIn SHARED = new ConcertStandIn();

    private final HttpServer server;
    private final Map<String, Integer> freeSeats = new ConcurrentHashMap<>();
    private final Set<String> others = ConcurrentHashMap.newKeySet();

    private ConcertStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/schedules/", this::schedule);
        server.createContext("/api/back-office/schedules/", this::office);
        server.start();
    }

    static ConcertStandIn shared() {
        return SHARED;
    }

    /** As on the command line of the queue service. */
    String argument() {
        return "--boxoffice.queue.concert-url=http://127.0.0.1:" + server.getAddress().getPort();
    }

    void hasFreeSeats(String schedule, int seats) {
        freeSeats.put(schedule, seats);
    }

    /** The date is not the asker's, whoever that is. */
    void isAnothers(String schedule) {
        others.add(schedule);
    }

    private void schedule(HttpExchange exchange) throws IOException {
        var free = freeSeats.get(idOf(exchange));
        answer(exchange, free == null ? 404 : 200, "{\"freeSeats\": " + free + "}");
    }

    private void office(HttpExchange exchange) throws IOException {
        answer(exchange, others.contains(idOf(exchange)) ? 404 : 200, "{}");
    }

    private static String idOf(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
