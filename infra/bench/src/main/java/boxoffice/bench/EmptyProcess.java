package boxoffice.bench;

import boxoffice.local.servers.Daemon;
import boxoffice.local.servers.Ports;
import boxoffice.local.system.Issuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@link EmptyService} as a process of its own, with the memory and the collector of a service. */
final class EmptyProcess implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(1);
    private static final Duration BETWEEN_ASKS = Duration.ofMillis(200);

    private final Daemon process;
    private final URI address;

    private EmptyProcess(Daemon process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it serves; takes no tokens. */
    static EmptyProcess start(Path data) {
        return start(data, "http://127.0.0.1:1", "http://127.0.0.1:1/jwks");
    }

    /** Returns when it serves; takes this issuer's tokens. */
    static EmptyProcess start(Path data, Issuer issuer) {
        return start(data, issuer.issuerUri(), issuer.jwkSetUri());
    }

    private static EmptyProcess start(Path data, String issuer, String keys) {
        var port = Ports.free();
        var line =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmptyService.class.getName(),
                        "--spring.application.name=empty",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--boxoffice.temporal.polling=false",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + keys);
        var process =
                Daemon.start(
                        new Daemon.Command(
                                "the empty service", line, Map.of(), data.resolve("empty.log")));
        var empty = new EmptyProcess(process, URI.create("http://127.0.0.1:" + port));
        empty.awaitReady();
        return empty;
    }

    URI address() {
        return address;
    }

    private void awaitReady() {
        var limit = System.nanoTime() + READY_LIMIT.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address.resolve(EmptyService.PATH)).build();
            while (true) {
                try {
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 204) {
                        return;
                    }
                } catch (IOException e) {
                    if (!process.isAlive() || System.nanoTime() > limit) {
                        throw new IllegalStateException("the empty service did not start", e);
                    }
                }
                Thread.sleep(BETWEEN_ASKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
