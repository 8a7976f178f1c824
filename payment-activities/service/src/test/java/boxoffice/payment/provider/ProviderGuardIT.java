package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.Money;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What is let through to the provider, and what not. */
class ProviderGuardIT {

    private static final Money PRICE = Money.won(110_000);
    private static final Sandbox SANDBOX = new Sandbox(5);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Port 1 is never listened on. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private static PaymentGateway on(URI address, ProviderGuard guard) {
        return Sandbox.gateway(Sandbox.properties(address, LIMIT), guard, Clock.systemUTC());
    }

    @Test
    void leavesAProviderAloneThatDoesNotAnswerAndSaysSo() {
        var guard = new ProviderGuard(1_000, 16);
        var gateway = on(NOBODY, guard);
        var health = new CardProviderHealth(guard.breaker());
        var meters = new SimpleMeterRegistry();
        guard.measureIn(meters);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        for (var count = 0; count < 10; count++) {
            assertThatThrownBy(() -> gateway.open("booking/1", PRICE))
                    .isInstanceOf(ProviderFault.class)
                    .hasMessageContaining("no answer");
        }
        assertThatThrownBy(() -> gateway.open("booking/1", PRICE))
                .isInstanceOf(ProviderFault.class)
                .hasMessageContaining("left alone");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(
                        meters.get("resilience4j.circuitbreaker.state")
                                .tag("state", "open")
                                .gauge()
                                .value())
                .isEqualTo(1);
    }

    @Test
    void takesNoDeclineForAFailure() {
        var guard = new ProviderGuard(1_000, 16);
        var gateway = on(SANDBOX.address(), guard);
        for (var count = 0; count < 20; count++) {
            var ref = gateway.open(Sandbox.payment(), PRICE);
            assertThat(gateway.charge(ref, 1, PRICE, "pm_card_chargeDeclined"))
                    .isInstanceOf(ChargeAnswer.Declined.class);
        }
        assertThat(guard.breaker().getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void letsSoManyThroughInASecondAndSoManyAtOnce() {
        assertTurnsSomeAway(on(SANDBOX.address(), new ProviderGuard(4, 64)), "in this second");
        assertTurnsSomeAway(on(SANDBOX.address(), new ProviderGuard(1_000, 1)), "under way");
    }

    private static void assertTurnsSomeAway(PaymentGateway gateway, String why) {
        var outcomes =
                IntStream.range(0, 32)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> opened(gateway), Thread::startVirtualThread))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(outcomes).contains("opened").anyMatch(outcome -> outcome.contains(why));
    }

    private static String opened(PaymentGateway gateway) {
        try {
            gateway.open(Sandbox.payment(), PRICE);
            return "opened";
        } catch (ProviderFault e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void saysNothingOfKeyOrCardWhenItIsTurnedAway() {
        var stranger =
                new StripeProperties(
                        "sk_test_secret", SANDBOX.address(), null, null, LIMIT, LIMIT, 100, 16);
        var gateway = Sandbox.gateway(stranger, new ProviderGuard(100, 16), Clock.systemUTC());
        assertThatThrownBy(() -> gateway.charge("pi_1", 1, PRICE, "pm_card_visa"))
                .isInstanceOf(ProviderFault.class)
                .hasMessageNotContainingAny("sk_test", "pm_card", "secret")
                .hasNoCause();
        assertThat(stranger.toString()).doesNotContain("sk_test");
    }
}
