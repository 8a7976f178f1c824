package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.Money;
import boxoffice.payment.PaymentService;
import boxoffice.sandbox.SandboxProvider;
import boxoffice.sandbox.Settings;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;
import com.stripe.net.Webhook;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service makes of what a provider, or somebody in its name, tells it. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class StripeWebhooksIT {

    private static final String SECRET = "whsec_ours";
    private static final Map<SqlServer, ServiceUnderTest> SERVICES = new ConcurrentHashMap<>();

    private final ServiceUnderTest service;
    private final String event = "evt_" + UUID.randomUUID();
    private final String intent = "pi_" + UUID.randomUUID();

    StripeWebhooksIT(SqlServer server) {
        service =
                SERVICES.computeIfAbsent(
                        server,
                        on ->
                                ServiceUnderTest.start(
                                        PaymentService.class,
                                        on,
                                        "--boxoffice.temporal.polling=false",
                                        "--boxoffice.payment.stripe.api-key=sk_test_ours",
                                        "--boxoffice.payment.stripe.api-base=http://127.0.0.1:1",
                                        "--boxoffice.payment.stripe.webhook-secret=" + SECRET));
    }

    private String succeeded(String more) {
        return """
        {"id": "%s", "object": "event", "type": "payment_intent.succeeded", "livemode": false,
         "data": {"object": {"id": "%s", "object": "payment_intent", "status": "succeeded"}}%s}
        """
                .formatted(event, intent, more);
    }

    private HttpResponse<String> tell(String body, @Nullable String signature) {
        var request =
                HttpRequest.newBuilder(service.at(StripeWebhooks.PATH))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }
        return service.send(request, null);
    }

    private static String signature(String body, String secret, Duration age) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    body, secret, Instant.now().minus(age).getEpochSecond());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> tellSigned(String body) {
        return tell(body, signature(body, SECRET, Duration.ZERO));
    }

    private long kept() {
        return service.sql()
                .sql("select count(*) from provider_events where event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    private static void assertRefused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("whsec");
    }

    @Test
    void wakesWhoWaitsForThePayment() throws Exception {
        var news = service.bean(News.class);
        var awake = CompletableFuture.runAsync(() -> news.await(intent, Duration.ofSeconds(30)));
        while (!awake.isDone()) {
            var body = succeeded("").replace(event, "evt_" + UUID.randomUUID());
            assertThat(tellSigned(body).statusCode()).isEqualTo(200);
            Thread.sleep(20);
        }
        awake.get(1, TimeUnit.SECONDS);
    }

    @Test
    void takesARepeatAndKeepsItOnce() {
        assertThat(tellSigned(succeeded("")).statusCode()).isEqualTo(200);
        assertThat(tellSigned(succeeded("")).statusCode()).isEqualTo(200);
        assertThat(kept()).isEqualTo(1);
        assertThat(
                        service.sql()
                                .sql("select ref from provider_events where event_id = ?")
                                .param(event)
                                .query(String.class)
                                .single())
                .isEqualTo(intent);
    }

    @Test
    void takesTheSameToldTwiceAtOnce() {
        var both =
                CompletableFuture.supplyAsync(() -> tellSigned(succeeded("")).statusCode())
                        .thenCombine(
                                CompletableFuture.supplyAsync(
                                        () -> tellSigned(succeeded("")).statusCode()),
                                Integer::sum);
        assertThat(both.join()).isEqualTo(400);
        assertThat(kept()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\": \"refund\", \"payment_intent\": \"pi_of_nobody\"}",
                "{\"object\": \"dispute\", \"payment_intent\": {\"id\": \"pi_of_nobody\"}}",
                "{\"object\": \"charge\", \"payment_intent\": null}",
                "{\"object\": \"payout\"}",
                "null"
            })
    void takesWhatIsOfNoUseHere(String object) {
        var body =
                "{\"id\": \"%s\", \"type\": \"some.type\", \"data\": {\"object\": %s}}"
                        .formatted(event, object);
        assertThat(tellSigned(body).statusCode()).isEqualTo(200);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsTooOldToBeToldAgainSomeAtATime() {
        tellSigned(succeeded(""));
        var old = UUID.randomUUID();
        var rows =
                IntStream.range(0, 1_001)
                        .mapToObj(n -> "('%s/%d', 'old', '2020-01-01 00:00:00')".formatted(old, n))
                        .collect(Collectors.joining(", "));
        service.write("insert into provider_events (event_id, type, received_at) values " + rows);
        service.bean(ProviderEvents.class).forgetOld();
        assertThat(countOf(old)).isEqualTo(1);
        service.bean(ProviderEvents.class).forgetOld();
        assertThat(countOf(old)).isZero();
        assertThat(kept()).isEqualTo(1);
    }

    private long countOf(UUID events) {
        return service.sql()
                .sql("select count(*) from provider_events where event_id like ?")
                .param(events + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertRefused(tell(succeeded(""), null), "webhook-unsigned");
        assertRefused(tell("", null), "webhook-unsigned");
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t=1", "v1=00", "t=now,v1=zz", "nonsense", "t=99999999999,v1=00"})
    void refusesWhatIsNoSignature(String signature) {
        assertRefused(tell(succeeded(""), signature), "webhook-signature-wrong");
    }

    @Test
    void refusesWhatAnotherSecretSignedOrSomebodyChanged() {
        var body = succeeded("");
        assertRefused(
                tell(body, signature(body, "whsec_theirs", Duration.ZERO)),
                "webhook-signature-wrong");
        assertRefused(
                tell(body.replace(intent, "pi_other"), signature(body, SECRET, Duration.ZERO)),
                "webhook-signature-wrong");
        assertThat(kept()).isZero();
    }

    @Test
    void refusesWhatWasSignedTooLongAgo() {
        var body = succeeded("");
        assertRefused(
                tell(body, signature(body, SECRET, Duration.ofMinutes(6))), "webhook-too-old");
        assertThat(tell(body, signature(body, SECRET, Duration.ofMinutes(4))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsOfAnotherAccountOrMovesRealMoney() {
        assertRefused(
                tellSigned(succeeded(", \"account\": \"acct_theirs\"")),
                "webhook-of-another-account");
        assertRefused(
                tellSigned(succeeded("").replace("\"livemode\": false", "\"livemode\": true")),
                "webhook-of-another-account");
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "{}", "{\"id\": \"\"}", "null", "{\"id\""})
    void refusesWhatIsNoEvent(String body) {
        assertRefused(tellSigned(body), "webhook-malformed");
    }

    @Test
    void showsTheProviderInHealthBesideReadiness() {
        assertThat(service.get("/actuator/health/cards", null).body()).contains("UP");
        assertThat(service.get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
    }

    @Test
    void hearsTheSandbox() throws Exception {
        var settings =
                Settings.forTests(Sandbox.API_KEY).telling(service.at(StripeWebhooks.PATH), SECRET);
        try (var provider = SandboxProvider.start(settings)) {
            var gateway =
                    Sandbox.gateway(
                            Sandbox.properties(provider.address(), Duration.ofSeconds(5)),
                            new ProviderGuard(100, 16),
                            Clock.systemUTC());
            var ref = gateway.open(Sandbox.payment(), Money.won(100));
            assertThat(gateway.charge(ref, 1, Money.won(100), "pm_sandbox_webhookTwice"))
                    .isEqualTo(new ChargeAnswer.Captured());
            var limit = Instant.now().plusSeconds(20);
            while (heardOf(ref) == 0) {
                assertThat(Instant.now()).as("heard in time").isBefore(limit);
                Thread.sleep(50);
            }
            assertThat(heardOf(ref)).isEqualTo(1);
        }
    }

    private long heardOf(String ref) {
        return service.sql()
                .sql("select count(*) from provider_events where ref = ?")
                .param(ref)
                .query(Long.class)
                .single();
    }
}
