package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /api/wallet} over a real port, with real tokens. */
class WalletIT {

    private static final String PATH = "/api/wallet";

    private final RunningService service = RunningService.on(Databases.any());

    @Test
    void showsTheBuyersOwnBalance() {
        var mina = service.buyerWith("mina", 220_000);
        service.charge(service.booking(), mina, 1, 110_000);
        assertWallet(service.get(PATH, TestIssuer.shared().token(mina.value())), 110_000);
    }

    @Test
    void showsABuyerWhoWasNeverGivenPointsThatThereAreNone() {
        var nobody = service.buyerWithoutWallet("nobody");
        assertWallet(service.get(PATH, TestIssuer.shared().token(nobody.value())), 0);
        assertThat(
                        service.number(
                                "select count(*) from wallets where buyer_id = ?", nobody.value()))
                .isZero();
    }

    @Test
    void refusesWhoeverSendsNoToken() {
        assertProblem(service.get(PATH, null), 401, "token-missing");
    }

    @Test
    void refusesATokenThatIsNotMeantForBoxoffice() {
        var token = TestIssuer.shared().token("mina", "elsewhere", Duration.ofMinutes(5));
        assertProblem(service.get(PATH, token), 401, "token-invalid");
    }

    @Test
    void refusesATokenThatHasExpired() {
        var token = TestIssuer.shared().token("mina", "boxoffice", Duration.ofMinutes(-5));
        assertProblem(service.get(PATH, token), 401, "token-invalid");
    }

    @Test
    void refusesWhatIsNoTokenAndWhatWasTamperedWith() {
        assertProblem(service.get(PATH, "mina"), 401, "token-invalid");
        var token = TestIssuer.shared().token("mina");
        var tampered = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        assertProblem(service.get(PATH, tampered), 401, "token-invalid");
    }

    @Test
    void refusesASubjectThatCanBeNoBuyer() {
        var token = TestIssuer.shared().token("x".repeat(121));
        assertProblem(service.get(PATH, token), 403, "subject-invalid");
    }

    @Test
    void saysThatAPathIsUnknown() {
        var token = TestIssuer.shared().token("mina");
        assertProblem(service.get("/api/wallet/jewels", token), 404, "not-found");
    }

    @Test
    void listsTheBuyersOwnEntriesNewestFirstByPage() {
        var mina = service.buyerWith("mina", 1_000);
        var paid = service.booking();
        service.charge(paid, mina, 1, 300);
        service.charge(service.booking(), service.buyerWith("tae", 900), 1, 900);
        service.reverse(paid, mina);
        var token = TestIssuer.shared().token(mina.value());
        var first = service.get(PATH + "/entries?limit=2", token).body();
        assertThat(first).containsSubsequence("300", "REVERSAL", paid.toString(), "-300", "next");
        var next = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        var rest = service.get(PATH + "/entries?limit=2&cursor=" + next, token).body();
        assertThat(rest).contains("\"amount\":1000", "TOP_UP").doesNotContain("next", "300");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit-invalid",
        "limit=101, limit-invalid",
        "limit=many, limit-invalid",
        "cursor=-1, cursor-invalid",
        "cursor=x, cursor-invalid",
        "cursor=7, cursor-invalid"
    })
    void refusesAPageThatCanBeNone(String query, String code) {
        var token = TestIssuer.shared().token("mina");
        assertProblem(service.get(PATH + "/entries?" + query, token), 400, code);
    }

    @ParameterizedTest
    @CsvSource({
        "0, KRW, pm_card_visa, 400, invalid-amount",
        "-1, KRW, pm_card_visa, 400, invalid-amount",
        "2000001, KRW, pm_card_visa, 422, amount-over-limit",
        "1000, USD, pm_card_visa, 422, currency-mismatch",
        "1000, KRW, 4242424242424242, 400, invalid-payment-method",
        "1000, KRW, pm_card_visa, 402, payment-declined"
    })
    void refusesATopUpThatCannotBe(
            long amount, String currency, String card, int status, String code) {
        var buyer = service.buyerWithoutWallet("mina");
        var answer =
                service.post(
                        PATH + "/top-ups",
                        TestIssuer.shared().token(buyer.value()),
                        "k1",
                        topUp(amount, currency, card));
        assertProblem(answer, status, code);
        assertThat(service.number("select count(*) from wallets where buyer_id = ?", buyer.value()))
                .isZero();
    }

    @Test
    void noticesAnotherTopUpUnderTheSameKey() {
        var token = TestIssuer.shared().token(service.buyerWithoutWallet("mina").value());
        service.post(PATH + "/top-ups", token, "k1", topUp(1_000, "KRW", "pm_card_visa"));
        var other = service.post(PATH + "/top-ups", token, "k1", topUp(2_000, "KRW", "pm_x"));
        assertProblem(other, 422, "idempotency-key-reused");
    }

    private static String topUp(long amount, String currency, String card) {
        return """
        {"amount": {"amount": %d, "currency": "%s"}, "paymentMethodId": "%s"}
        """
                .formatted(amount, currency, card);
    }

    private static void assertWallet(HttpResponse<String> response, long won) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"balance\":{\"amount\":" + won + ",\"currency\":\"KRW\"}}");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    }
}
