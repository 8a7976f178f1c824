package boxoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Charges that a buyer's bank disputes. */
class DisputesTest {

    private final SandboxProvider provider =
            SandboxProvider.start(Settings.forTests(Caller.API_KEY));
    private final Caller caller = new Caller(provider.address());

    @AfterEach
    void stop() {
        provider.close();
    }

    private String disputed(String card) throws IOException {
        var intent = caller.intent("booking/1", 100);
        caller.confirm(intent, "pay", card);
        return intent;
    }

    private static String disputeOf(String intent) {
        return intent.replace("pi_", "dp_");
    }

    private String statusOf(String intent) throws IOException {
        return caller.get("/v1/disputes/" + disputeOf(intent)).text("/status");
    }

    @Test
    void isFoundByItsIdAndByItsCharge() throws Exception {
        var intent = disputed("pm_sandbox_disputed");
        var found = caller.get("/v1/disputes?payment_intent=" + intent);
        assertThat(found.text("/data/0/id")).isEqualTo(disputeOf(intent));
        assertThat(found.body().at("/data/0/amount").asLong()).isEqualTo(100);
        assertThat(found.body().at("/data/0/evidence_details/due_by").asLong()).isPositive();
        assertThat(statusOf(intent)).isEqualTo("needs_response");
        assertThat(caller.get("/v1/disputes?payment_intent=pi_none").body().path("data")).isEmpty();
        assertThat(caller.get("/v1/disputes/dp_none").status()).isEqualTo(404);
    }

    @Test
    void isNotRefundedUnlessItWasWon() throws Exception {
        var intent = disputed("pm_sandbox_disputed");
        var refused = caller.refund(intent, "r1", 100);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/code")).isEqualTo("charge_disputed");
        caller.post("/sandbox/disputes/" + disputeOf(intent) + "/decision", null, "status", "won");
        assertThat(caller.refund(intent, "r2", 100).status()).isEqualTo(200);
    }

    @Test
    void isLostByWhoClosesIt() throws Exception {
        var intent = disputed("pm_card_createDispute");
        var path = "/v1/disputes/" + disputeOf(intent) + "/close";
        assertThat(caller.post(path, "c1").text("/status")).isEqualTo("lost");
        assertThat(caller.post(path, "c2").status()).isEqualTo(400);
        var books = caller.get("/sandbox/books");
        assertThat(books.body().at("/charged_back").asLong()).isEqualTo(100);
        assertThat(books.text("/payments/0/disputes/0/status")).isEqualTo("lost");
        assertThat(caller.refund(intent, "r1", 1).text("/error/code")).isEqualTo("charge_disputed");
    }

    @Test
    void endsByItselfAsTheCardWants() throws Exception {
        var intent = disputed("pm_sandbox_disputedLost");
        assertThat(statusOf(intent)).isEqualTo("needs_response");
        while (!statusOf(intent).equals("lost")) {
            Thread.sleep(50);
        }
    }
}
