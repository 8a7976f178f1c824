package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the door adds to what it passes on, and says while somebody behind it is gone. */
class GatewayIT {

    private static final Duration QUICK = Duration.ofMillis(1500);

    /** What a buyer may read of each service. */
    private static String readOf(Service service) {
        return switch (service) {
            case GATEWAY -> throw new IllegalArgumentException("it has none of its own");
            case BOOKING -> "/api/bookings/00000000-0000-3000-8000-000000000000";
            case CONCERT -> "/api/concerts";
            case ORDER -> "/api/orders";
            case PAYMENT -> "/api/wallet";
            case QUEUE -> "/api/waiting-rooms/" + Seats.ARENA;
        };
    }

    @Test
    void tellsTheSameTraceAsTheServiceBehindIt() {
        var given = "0af7651916cd43dd8448eb211c80319c";
        var headers = new TreeMap<>(Buyer.called("mina").headers("none"));
        headers.put("traceparent", "00-" + given + "-b7ad6b7169203331-01");
        var answer = Http.get("/api/orders/nothing", headers).expectProblem(404, "order-not-found");
        assertThat(answer.text("traceId")).isEqualTo(given);
        assertThat(answer.header("X-Trace-Id")).isEqualTo(given);
    }

    @Test
    void asksForATokenWhereTheServicesDo() {
        for (var service : Service.behindTheDoor()) {
            var there = Http.get(service, readOf(service), Map.of());
            var here = Http.get(readOf(service), Map.of());
            assertThat(here.status()).as("%s", service).isEqualTo(there.status());
            assertThat(here.code()).isEqualTo(there.code());
        }
        var cancellation = "/api/schedules/" + Seats.ARENA + "/cancellation";
        Http.get(cancellation, Map.of()).expectProblem(401, "token-missing");
        // It is the payment service that knows who has signed.
        var unsigned = Http.post("/api/payments/webhooks/stripe", Map.of(), "{}");
        assertThat(unsigned.status()).isEqualTo(400);
        assertThat(unsigned.code()).isNotEqualTo("token-missing");
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(names = "GATEWAY", mode = EnumSource.Mode.EXCLUDE)
    void saysThatOneIsGoneAndTheOthersGoOn(Service victim) {
        var buyer = Buyer.called("mina");
        var house = House.system();
        house.kill(victim);
        try {
            for (var i = 0; i < 8; i++) {
                for (var service : Service.behindTheDoor()) {
                    var answer = buyer.get(readOf(service));
                    if (service == victim) {
                        answer.expectProblem(503, "service-unavailable");
                        assertThat(answer.header("Retry-After")).isEqualTo("1");
                        assertThat(answer.took()).isLessThan(QUICK);
                    } else {
                        isWell(service, answer);
                    }
                }
            }
        } finally {
            house.startAgain(victim);
        }
        Wait.until(Duration.ofSeconds(10), () -> isWell(victim, buyer.get(readOf(victim))));
    }

    /** Nobody has the booking and the waiting room that are asked for: that is an answer, too. */
    private static void isWell(Service service, Answer answer) {
        assertThat(answer.code()).as("%s: %s", service, answer.body()).doesNotContain("service-");
        // Of a booking that it does not know the booking service asks the orders.
        assertThat(answer.status())
                .as("%s", answer.body())
                .isIn(200, 404, service == Service.BOOKING ? 503 : 200);
    }
}
