package boxoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox answers, asked over its own port. */
class SandboxProviderTest {

    private final SandboxProvider provider =
            SandboxProvider.start(Settings.forTests(Caller.API_KEY));
    private final Caller caller = new Caller(provider.address());

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void turnsAwayWhoeverHasAnotherKey() throws IOException {
        var stranger = new Caller(provider.address(), "sk_test_other");
        assertThat(stranger.get("/v1/payment_intents").status()).isEqualTo(401);
    }

    @Test
    void takesTheMoneyOnceAtMost() throws IOException {
        var intent = caller.intent("booking/1", 110_000);
        var taken = caller.confirm(intent, "a", "pm_card_visa");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("/status")).isEqualTo("succeeded");
        assertThat(taken.body().at("/amount_received").asLong()).isEqualTo(110_000);
        var again = caller.confirm(intent, "b", "pm_card_visa");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text("/error/code")).isEqualTo("payment_intent_unexpected_state");
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void takesNothingFromACanceledIntent() throws IOException {
        var intent = caller.intent("booking/1", 110_000);
        caller.post("/v1/payment_intents/" + intent + "/cancel", "a");
        var late = caller.confirm(intent, "b", "pm_card_visa");
        assertThat(late.text("/error/code")).isEqualTo("payment_intent_unexpected_state");
        assertThat(late.text("/error/payment_intent/status")).isEqualTo("canceled");
        assertThat(captured()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, card_declined, generic_decline",
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_chargeDeclinedLostCard, card_declined, lost_card",
        "pm_card_chargeDeclinedStolenCard, card_declined, stolen_card",
        "pm_card_chargeDeclinedExpiredCard, expired_card, ''",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc, ''",
        "pm_card_chargeDeclinedProcessingError, processing_error, ''",
        "pm_card_authenticationRequired, authentication_required, authentication_required"
    })
    void declinesAsTheCardWants(String card, String code, String declineCode) throws IOException {
        var intent = caller.intent("booking/1", 110_000);
        var answer = caller.confirm(intent, "a", card);
        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.text("/error/type")).isEqualTo("card_error");
        assertThat(answer.text("/error/code")).isEqualTo(code);
        assertThat(answer.body().at("/error/decline_code").asString("")).isEqualTo(declineCode);
        assertThat(caller.confirm(intent, "b", "pm_card_visa").status()).isEqualTo(200);
    }

    @Test
    void answersTheSameUnderTheSameKey() throws IOException {
        var intent = caller.intent("booking/1", 110_000);
        assertThat(caller.intent("booking/1", 110_000)).isEqualTo(intent);
        var declined = caller.confirm(intent, "a", "pm_card_chargeDeclined");
        var again = caller.confirm(intent, "a", "pm_card_chargeDeclined");
        assertThat(again.body()).isEqualTo(declined.body());
        assertThat(declined.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        var other = caller.confirm(intent, "a", "pm_card_visa");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text("/error/type")).isEqualTo("idempotency_error");
    }

    @Test
    void keepsEvenItsOwnFailuresUnderTheirKey() throws IOException {
        var intent = caller.intent("booking/1", 110_000);
        assertThat(caller.confirm(intent, "a", "pm_sandbox_errorBefore").status()).isEqualTo(500);
        var again = caller.confirm(intent, "a", "pm_sandbox_errorBefore");
        assertThat(again.status()).isEqualTo(500);
        assertThat(again.replayed()).isTrue();
        assertThat(captured()).isZero();
        assertThat(caller.confirm(intent, "b", "pm_sandbox_errorBefore").status()).isEqualTo(200);
    }

    @Test
    void takesAndFailsToSaySo() throws IOException {
        var failed = caller.intent("booking/1", 110_000);
        assertThat(caller.confirm(failed, "a", "pm_sandbox_errorAfter").status()).isEqualTo(500);
        var lost = caller.intent("booking/2", 110_000);
        assertThatThrownBy(() -> caller.confirm(lost, "b", "pm_sandbox_answerLost"))
                .isInstanceOf(IOException.class);
        assertThat(captured()).isEqualTo(220_000);
        assertThat(caller.confirm(lost, "b", "pm_sandbox_answerLost").text("/status"))
                .isEqualTo("succeeded");
        assertThat(captured()).isEqualTo(220_000);
    }

    @Test
    void turnsAwayAFewTimesAndKeepsNoneOfIt() throws IOException {
        var intent = caller.intent("booking/1", 110_000);
        assertThat(caller.confirm(intent, "a", "pm_sandbox_rateLimited").status()).isEqualTo(429);
        assertThat(caller.confirm(intent, "a", "pm_sandbox_rateLimited").status()).isEqualTo(429);
        assertThat(caller.confirm(intent, "a", "pm_sandbox_rateLimited").status()).isEqualTo(200);
    }

    @Test
    void holdsACallUntilItIsLetGo() throws Exception {
        var intent = caller.intent("booking/1", 110_000);
        var hold =
                caller.post("/sandbox/holds", null, "at", "after", "payment", "booking/1")
                        .text("/id");
        var held = CompletableFuture.supplyAsync(() -> confirmUnchecked(intent));
        while (caller.get("/sandbox/holds").body().at("/0/waiting").asInt() == 0) {
            Thread.sleep(20);
        }
        assertThat(captured()).isEqualTo(110_000);
        assertThat(caller.confirm(intent, "a", "pm_card_visa").text("/error/code"))
                .isEqualTo("idempotency_key_in_use");
        caller.delete("/sandbox/holds/" + hold);
        assertThat(held.get().status()).isEqualTo(200);
    }

    private Caller.Answer confirmUnchecked(String intent) {
        try {
            return caller.confirm(intent, "a", "pm_card_visa");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void processesForAWhile() throws Exception {
        var intent = caller.intent("booking/1", 110_000);
        assertThat(caller.confirm(intent, "a", "pm_sandbox_processing").text("/status"))
                .isEqualTo("processing");
        assertThat(caller.post("/v1/payment_intents/" + intent + "/cancel", "b").status())
                .isEqualTo(400);
        while (captured() == 0) {
            Thread.sleep(50);
        }
        assertThat(caller.get("/v1/payment_intents/" + intent).text("/status"))
                .isEqualTo("succeeded");
    }

    @Test
    void givesBackNoMoreThanItTook() throws IOException {
        var intent = caller.intent("booking/1", 100);
        assertThat(caller.refund(intent, "a", 10).text("/error/code"))
                .isEqualTo("charge_not_refundable");
        caller.confirm(intent, "b", "pm_card_visa");
        assertThat(caller.refund(intent, "c", 60).text("/status")).isEqualTo("succeeded");
        assertThat(caller.refund(intent, "c", 60).replayed()).isTrue();
        assertThat(caller.refund(intent, "d", 60).text("/error/code"))
                .isEqualTo("amount_too_large");
        assertThat(caller.refund(intent, "e", 40).text("/status")).isEqualTo("succeeded");
        assertThat(caller.refund(intent, "f", 1).text("/error/code"))
                .isEqualTo("charge_already_refunded");
        assertThat(caller.get("/sandbox/books").body().at("/refunded").asLong()).isEqualTo(100);
        assertThat(caller.get("/v1/refunds?payment_intent=" + intent).body().at("/data").size())
                .isEqualTo(2);
    }

    @Test
    void failsRefundsAsTheCardWants() throws Exception {
        var first = paid("booking/1", "pm_sandbox_refundFailsFirst");
        assertThat(caller.refund(first, "a", 100).text("/status")).isEqualTo("failed");
        assertThat(caller.refund(first, "b", 100).text("/status")).isEqualTo("succeeded");
        var never = paid("booking/2", "pm_sandbox_refundFails");
        assertThat(caller.refund(never, "c", 100).text("/status")).isEqualTo("failed");
        assertThat(caller.refund(never, "d", 100).text("/status")).isEqualTo("failed");
        var pending = paid("booking/3", "pm_card_pendingRefund");
        var refund = caller.refund(pending, "e", 100);
        assertThat(refund.text("/status")).isEqualTo("pending");
        while (!caller.get("/v1/refunds/" + refund.text("/id"))
                .text("/status")
                .equals("succeeded")) {
            Thread.sleep(50);
        }
    }

    private String paid(String payment, String card) throws IOException {
        var intent = caller.intent(payment, 100);
        assertThat(caller.confirm(intent, payment, card).status()).isEqualTo(200);
        return intent;
    }

    @Test
    void listsInPagesAndFindsByMetadata() throws IOException {
        var ids = new ArrayList<String>();
        for (var count = 0; count < 5; count++) {
            ids.addFirst(caller.intent("booking/" + count, 100));
        }
        var page = caller.get("/v1/payment_intents?limit=3");
        assertThat(page.body().at("/has_more").asBoolean()).isTrue();
        assertThat(page.text("/data/2/id")).isEqualTo(ids.get(2));
        var rest = caller.get("/v1/payment_intents?limit=3&starting_after=" + ids.get(2));
        assertThat(rest.body().at("/data").size()).isEqualTo(2);
        assertThat(rest.body().at("/has_more").asBoolean()).isFalse();
        var query = "metadata%5B%27payment%27%5D%3A%27booking%2F3%27";
        assertThat(caller.get("/v1/payment_intents/search?query=" + query).text("/data/0/id"))
                .isEqualTo(ids.get(1));
    }

    @Test
    void refusesWhatStripeWouldRefuse() throws IOException {
        var intent = caller.intent("booking/1", 100);
        assertThat(caller.confirm(intent, "a", "pm_nobody").text("/error/code"))
                .isEqualTo("resource_missing");
        assertThat(caller.confirm("pi_none", "b", "pm_card_visa").status()).isEqualTo(404);
        assertThat(
                        caller.post("/v1/payment_intents", "c", "amount", "-1", "currency", "krw")
                                .status())
                .isEqualTo(400);
        assertThat(caller.post("/v1/refunds", "d", "colour", "red").text("/error/code"))
                .isEqualTo("parameter_unknown");
    }

    private long captured() throws IOException {
        return caller.get("/sandbox/books").body().at("/captured").asLong();
    }
}
