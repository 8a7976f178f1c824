package boxoffice.local.system;

import boxoffice.local.servers.Daemon;
import boxoffice.local.servers.ServerFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The sandbox card provider as a process of its own, from its jar. Its key and the secret of its
 * webhooks are drawn once per data folder, and what it knows is kept there while it does not run.
 */
public final class CardProvider implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(1);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_ASKS = Duration.ofMillis(100);
    private static final String MAIN_CLASS = "boxoffice.sandbox.SandboxProvider";
    private static final String WEBHOOKS = "/api/payments/webhooks/stripe";

    private final Path target;
    private final URI address;
    private final String apiKey;
    private final String webhookSecret;
    private final Daemon process;

    private CardProvider(Plan plan, DataFolder folder) {
        target = plan.root().resolve("infra/sandbox-provider/target");
        address = URI.create("http://127.0.0.1:" + plan.ports().sandbox());
        apiKey = "sk_test_" + folder.password("sandbox-api-key");
        webhookSecret = "whsec_" + folder.password("sandbox-webhook-secret");
        process =
                Daemon.start(
                        new Daemon.Command(
                                "the sandbox card provider",
                                line(),
                                environment(plan),
                                plan.logs().resolve("sandbox.log")));
    }

    /**
     * Starts the process and returns when it answers.
     *
     * @param watch gets the process as soon as it runs
     * @throws ServerFailed where it ends before that, or takes too long
     */
    static CardProvider start(
            Plan plan, DataFolder folder, HttpClient http, Consumer<Daemon> watch) {
        var started = new CardProvider(plan, folder);
        watch.accept(started.process);
        try {
            started.awaitReady(http);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private List<String> line() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath(),
                MAIN_CLASS);
    }

    private String classPath() {
        try (var jars = Files.newDirectoryStream(target, "sandbox-provider-*.jar")) {
            for (var jar : jars) {
                var libraries = Files.readString(target.resolve("run.classpath")).strip();
                return jar + System.getProperty("path.separator") + libraries;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(notBuilt(), e);
        }
        throw new StartRefused(notBuilt());
    }

    private String notBuilt() {
        return "the sandbox card provider is not built in " + target + ": run ./mvnw";
    }

    /** In the environment and not on the line, which every user of the machine can read. */
    private Map<String, String> environment(Plan plan) {
        return Map.of(
                "SANDBOX_FILE",
                plan.data().resolve("sandbox.json").toString(),
                "SANDBOX_PORT",
                Integer.toString(address.getPort()),
                "SANDBOX_API_KEY",
                apiKey,
                "SANDBOX_WEBHOOK_SECRET",
                webhookSecret,
                "SANDBOX_WEBHOOK_URL",
                "http://127.0.0.1:" + plan.ports().of(Service.PAYMENT) + WEBHOOKS);
    }

    /** What the payment service needs to take it for its provider. */
    Map<String, String> forPayment() {
        return Map.of(
                "BOXOFFICE_PAYMENT_STRIPE_API_KEY",
                apiKey,
                "BOXOFFICE_PAYMENT_STRIPE_API_BASE",
                address.toString(),
                "BOXOFFICE_PAYMENT_STRIPE_WEBHOOK_SECRET",
                webhookSecret,
                // It has no limit of its own, and a benchmark should not meet a real one's.
                "BOXOFFICE_PAYMENT_STRIPE_CALLS_PER_SECOND",
                "1000");
    }

    private void awaitReady(HttpClient http) {
        var limit = Instant.now().plus(READY_LIMIT);
        while (!answers(http)) {
            if (!process.isAlive()) {
                throw new ServerFailed(Obituary.of(process));
            }
            if (Instant.now().isAfter(limit)) {
                throw new ServerFailed(process.name() + " is not ready; see " + process.log());
            }
            try {
                Thread.sleep(BETWEEN_ASKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Together.Interrupted();
            }
        }
    }

    private boolean answers(HttpClient http) {
        var request =
                HttpRequest.newBuilder(books())
                        .header("Authorization", "Bearer " + apiKey)
                        .timeout(ASK_LIMIT)
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Together.Interrupted();
        }
    }

    public URI address() {
        return address;
    }

    /** Where it tells, as JSON, what it took and gave back. */
    public URI books() {
        return address.resolve("/sandbox/books");
    }

    /** The bearer token it wants. */
    public String apiKey() {
        return apiKey;
    }

    /** With which it signs what it tells. */
    public String webhookSecret() {
        return webhookSecret;
    }

    @Override
    public void close() {
        process.close();
    }
}
