package boxoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the sandbox tells by itself. */
class WebhooksTest {

    private static final String SECRET = "whsec_tests";
    private static final String TAKEN = "payment_intent.succeeded";

    /** Something done with a provider that tells a listener. */
    private interface Work {
        void with(Caller caller, Listener listener) throws IOException, InterruptedException;
    }

    private static void telling(int turnedAway, Work work)
            throws IOException, InterruptedException {
        try (var listener = new Listener(turnedAway);
                var provider =
                        SandboxProvider.start(
                                Settings.forTests(Caller.API_KEY)
                                        .telling(listener.address(), SECRET))) {
            work.with(new Caller(provider.address()), listener);
        }
    }

    @Test
    void signsWhatItTells() throws Exception {
        telling(
                0,
                (caller, listener) -> {
                    var intent = caller.intent("booking/1", 100);
                    caller.confirm(intent, "a", "pm_card_visa");
                    assertThat(listener.types(1)).containsExactly(TAKEN);
                    var heard = listener.first();
                    var time = heard.signature().replaceAll("t=(\\d+),.*", "$1");
                    assertThat(heard.signature())
                            .isEqualTo(
                                    Webhooks.signature(
                                            heard.body(),
                                            SECRET,
                                            Instant.ofEpochSecond(Long.parseLong(time))));
                    assertThat(heard.json().at("/data/object/id").asString()).isEqualTo(intent);
                });
    }

    @Test
    void tellsAgainWhereItWasNotHeard() throws Exception {
        telling(
                3,
                (caller, listener) -> {
                    caller.confirm(caller.intent("booking/1", 100), "a", "pm_card_visa");
                    assertThat(listener.types(1)).containsExactly(TAKEN);
                });
    }

    @Test
    void tellsOfDeclinesCancelsAndRefunds() throws Exception {
        telling(
                0,
                (caller, listener) -> {
                    var intent = caller.intent("booking/1", 100);
                    caller.confirm(intent, "a", "pm_card_chargeDeclined");
                    listener.types(1);
                    caller.confirm(intent, "b", "pm_card_visa");
                    listener.types(2);
                    caller.refund(intent, "c", 100);
                    listener.types(3);
                    var other = caller.intent("booking/2", 100);
                    caller.post("/v1/payment_intents/" + other + "/cancel", "d");
                    assertThat(listener.types(4))
                            .containsExactly(
                                    "payment_intent.payment_failed",
                                    TAKEN,
                                    "charge.refunded",
                                    "payment_intent.canceled");
                });
    }

    @Test
    void tellsTwiceInTheWrongOrderOrNotAtAll() throws Exception {
        telling(
                0,
                (caller, listener) -> {
                    caller.confirm(caller.intent("booking/1", 1), "a", "pm_sandbox_webhookNever");
                    var turned = caller.intent("booking/2", 100);
                    caller.confirm(turned, "b", "pm_sandbox_webhookOutOfOrder");
                    Thread.sleep(100);
                    caller.refund(turned, "c", 100);
                    assertThat(listener.types(2)).containsExactly("charge.refunded", TAKEN);
                    caller.confirm(caller.intent("booking/3", 1), "d", "pm_sandbox_webhookTwice");
                    assertThat(listener.types(4)).endsWith(TAKEN, TAKEN);
                });
    }

    private static final String OPENED = "charge.dispute.created";
    private static final String WITHDRAWN = "charge.dispute.funds_withdrawn";
    private static final String CLOSED = "charge.dispute.closed";

    @Test
    void tellsOfDisputes() throws Exception {
        telling(
                0,
                (caller, listener) -> {
                    var intent = caller.intent("booking/1", 1);
                    caller.confirm(intent, "a", "pm_card_createDispute");
                    assertThat(listener.types(3))
                            .containsExactlyInAnyOrder(TAKEN, OPENED, WITHDRAWN);
                    caller.post("/v1/disputes/" + intent.replace("pi_", "dp_") + "/close", "b");
                    assertThat(listener.types(4)).endsWith(CLOSED);
                });
    }

    @Test
    void tellsThatTheMoneyOfADisputeThatWasWonIsThereAgain() throws Exception {
        telling(
                0,
                (caller, listener) -> {
                    var intent = caller.intent("booking/1", 1);
                    caller.confirm(intent, "a", "pm_sandbox_disputedWon");
                    assertThat(listener.types(5))
                            .containsExactlyInAnyOrder(
                                    TAKEN,
                                    OPENED,
                                    WITHDRAWN,
                                    CLOSED,
                                    "charge.dispute.funds_reinstated");
                });
    }
}
