package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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
