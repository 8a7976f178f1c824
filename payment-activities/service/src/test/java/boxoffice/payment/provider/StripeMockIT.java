package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.Money;
import boxoffice.local.servers.StripeMock;
import boxoffice.testing.Skips;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stripe's own mock holds every request of the adapter to Stripe's own description of its API. What
 * it answers are fixtures, so here only counts that it takes what it is sent.
 */
class StripeMockIT {

    private static final Money PRICE = Money.won(110_000);

    /** Sends as the service does, and notes what was taken. */
    private static final class Witness extends HttpClient {

        private final StripeTransport transport =
                new StripeTransport(Duration.ofSeconds(2), Duration.ofSeconds(10));
        private final List<String> seen = new ArrayList<>();

        @Override
        public StripeResponse request(StripeRequest request) throws StripeException {
            var response = transport.request(request);
            var path = request.url().getPath().replaceAll("(pi|re|dp)_[A-Za-z0-9]+", "{id}");
            seen.add(request.method() + " " + path + " " + response.code());
            assertThat(response.code()).as(response.body()).isEqualTo(200);
            return response;
        }
    }

    @Test
    void takesEveryRequestThatTheAdapterMakes(@TempDir Path folder) {
        var started = StripeMock.start(folder.resolve("stripe-mock.log"), System.out::println);
        if (started.isEmpty()) {
            Skips.because("there is no stripe-mock to be had: no Go that could build it");
            return;
        }
        var witness = new Witness();
        try (var mock = started.get()) {
            var properties = Sandbox.properties(mock.address(), Duration.ofSeconds(10));
            var gateway =
                    new StripeGateway(
                            StripeConfiguration.client(properties, witness),
                            new StripeCalls(new ProviderGuard(1_000, 16)),
                            // Its intents are years old, and would not be charged today.
                            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            var ref = gateway.open("booking/1", PRICE);
            gateway.standing(ref);
            gateway.charge(ref, 1, PRICE, "pm_card_visa");
            // Its fixture of a canceled intent is not canceled.
            assertThatThrownBy(() -> gateway.close(ref)).hasMessageContaining("still open");
            var refund = gateway.refund(ref, "booking/1/refund", Money.won(1));
            gateway.refundStanding(refund.ref());
            gateway.dispute("dp_1");
            var books = Sandbox.books(properties, witness);
            books.takenFor(ref);
            books.taken("ch_1");
        }
        assertThat(witness.seen)
                .contains(
                        "POST /v1/payment_intents 200",
                        "GET /v1/payment_intents/{id} 200",
                        "POST /v1/payment_intents/{id} 200",
                        "POST /v1/payment_intents/{id}/confirm 200",
                        "POST /v1/payment_intents/{id}/cancel 200",
                        "GET /v1/charges 200",
                        "GET /v1/refunds 200",
                        "POST /v1/refunds 200",
                        "GET /v1/refunds/{id} 200",
                        "GET /v1/disputes/{id} 200");
    }
}
