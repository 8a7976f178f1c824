package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.SqlServer;
import boxoffice.testing.service.TestIssuer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service by itself, with a Temporal that is not there. */
class StartIT {

    /** Port 1 is never listened on. */
    private static final String NO_TEMPORAL = "--boxoffice.temporal.target=127.0.0.1:1";

    @ParameterizedTest
    @MethodSource("boxoffice.testing.Databases#all")
    void isReadyAndServesReadsWithoutTemporalAndSaysThatItsPollersAreDown(SqlServer server) {
        var service = RunningService.start(server, NO_TEMPORAL, "--boxoffice.sample-data=true");
        try {
            assertHealth(service, "liveness", 200, "UP");
            assertHealth(service, "readiness", 200, "UP");
            assertHealth(service, "pollers", 503, "DOWN");
            var wallet = service.get("/api/wallet", TestIssuer.shared().token("mina"));
            assertThat(wallet.body()).contains("1000000");
            assertThat(service.number("select count(*) from wallets")).isEqualTo(4);
            Books.balance(service);
        } finally {
            service.stop();
        }
    }

    @ParameterizedTest
    @MethodSource("boxoffice.testing.Databases#all")
    void addsNoSampleUnlessAskedTo(SqlServer server) {
        assertThat(
                        RunningService.on(server)
                                .number("select count(*) from wallets where buyer_id = 'hyun'"))
                .isZero();
    }

    private static void assertHealth(
            RunningService service, String group, int code, String status) {
        var response = service.get("/actuator/health/" + group, null);
        assertThat(response.body()).as(group).contains("\"status\":\"" + status + "\"");
        assertThat(response.statusCode()).as(group).isEqualTo(code);
    }
}
