package boxoffice.payment.provider;

import boxoffice.sandbox.Pace;
import boxoffice.sandbox.SandboxProvider;
import boxoffice.sandbox.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox provider on a port of its own, with the adapter that is tested on it. */
final class Sandbox implements AutoCloseable {

    static final String API_KEY = "sk_test_sandbox";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration UNKNOWN_MAX = Duration.ofSeconds(20);

    private final SandboxProvider provider;

    Sandbox(int pacePercent) {
        provider = SandboxProvider.start(Settings.forTests(API_KEY).at(new Pace(pacePercent)));
    }

    static StripeProperties properties(URI base, Duration callLimit) {
        return new StripeProperties(
                API_KEY, base, null, null, Duration.ofSeconds(2), callLimit, 1_000, 16);
    }

    static StripeGateway gateway(StripeProperties properties, ProviderGuard guard, Clock clock) {
        var transport = new StripeTransport(properties.connectLimit(), properties.callLimit());
        return new StripeGateway(
                StripeConfiguration.client(properties, transport), new StripeCalls(guard), clock);
    }

    static StripeBooks books(StripeProperties properties, com.stripe.net.HttpClient transport) {
        return new StripeBooks(
                StripeConfiguration.client(properties, transport).v1().charges(),
                new StripeCalls(new ProviderGuard(1_000, 16)),
                properties.callsPerSecondMax());
    }

    StripeBooks books() {
        var properties = properties(provider.address(), Duration.ofSeconds(5));
        return books(
                properties, new StripeTransport(properties.connectLimit(), properties.callLimit()));
    }

    StripeGateway gateway() {
        return gateway(Clock.systemUTC(), Duration.ofSeconds(5));
    }

    StripeGateway gateway(Clock clock, Duration callLimit) {
        return gateway(
                properties(provider.address(), callLimit), new ProviderGuard(1_000, 16), clock);
    }

    URI address() {
        return provider.address();
    }

    /** The name of a payment that no other test has. */
    static String payment() {
        return "booking/" + UUID.randomUUID();
    }

    /** As callers do: the same again, a moment later, until it is known. */
    static <T> T untilKnown(Supplier<T> call) {
        var limit = System.nanoTime() + UNKNOWN_MAX.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (ProviderFault e) {
                if (System.nanoTime() > limit) {
                    throw new AssertionError("it never became known", e);
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    /** Makes calls wait, and returns what lets them go. */
    String hold(String call, String at, String payment) {
        var form = "call=" + call + "&at=" + at + "&payment=" + payment;
        return send("POST", "/sandbox/holds", form).path("id").asString();
    }

    /** Returns when somebody waits at a hold. */
    void awaitHeld() throws InterruptedException {
        while (send("GET", "/sandbox/holds", null).at("/0/waiting").asInt() == 0) {
            Thread.sleep(10);
        }
    }

    void release(String hold) {
        send("DELETE", "/sandbox/holds/" + hold, null);
    }

    void forgetKeys() {
        send("POST", "/sandbox/keys/forget", "");
    }

    /** The bank decides about the dispute of an intent: {@code won} or {@code lost}. */
    void decide(String ref, String how) {
        send("POST", "/sandbox/disputes/" + disputeOf(ref) + "/decision", "status=" + how);
    }

    /** An intent has one dispute at most. */
    static String disputeOf(String ref) {
        return ref.replace("pi_", "dp_");
    }

    /** The intent as anybody may ask for it. */
    JsonNode intent(String ref) {
        return send("GET", "/v1/payment_intents/" + ref, null);
    }

    /** All that was taken for a payment, and all that was given back, whatever the intents. */
    long captured(String payment) {
        return sum(payment, "captured");
    }

    long refunded(String payment) {
        return sum(payment, "refunded");
    }

    private long sum(String payment, String what) {
        return send("GET", "/sandbox/books", null)
                .path("payments")
                .valueStream()
                .filter(line -> payment.equals(line.path("payment").asString("")))
                .mapToLong(line -> line.path(what).asLong())
                .sum();
    }

    private JsonNode send(String method, String path, @Nullable String form) {
        var body =
                form == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(form);
        var request =
                HttpRequest.newBuilder(provider.address().resolve(path))
                        .header("Authorization", "Bearer " + API_KEY)
                        .method(method, body)
                        .build();
        try {
            return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
