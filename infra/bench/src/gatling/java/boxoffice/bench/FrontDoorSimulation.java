package boxoffice.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/**
 * Buyers who come to the front door one after the other, whether those before are done or not, and
 * do what buyers do: look for a concert, look at the house, take the best two, think, pay.
 */
public class FrontDoorSimulation extends Simulation {

    /** The gateway's address. */
    static final String DOOR = "boxoffice.bench.door";

    /** A file with a token per buyer: the column is called so, too. */
    static final String TOKENS = "boxoffice.bench.tokens";

    static final String TOKEN = "token";
    static final double BUYERS_A_SECOND = 2;
    static final Duration WARM_UP = Duration.ofSeconds(60);
    static final Duration TIME = Duration.ofSeconds(120);

    private static final String HOUSE = "/api/schedules/city-lights-1";

    private static final ChainBuilder LOOK =
            exec(
                    http("look for a concert").get("/api/concerts?text=lights"),
                    http("look at a date").get(HOUSE),
                    http("look at its seats").get(HOUSE + "/seats"));

    /** With the longest wait, so that the answer is the outcome. */
    private static final ChainBuilder BUY =
            exec(
                    http("hold the best two")
                            .post("/api/bookings")
                            .header("Idempotency-Key", "#{randomUuid()}")
                            .header("Prefer", "wait=10")
                            .body(
                                    StringBody(
                                            "{\"scheduleId\": \"city-lights-1\","
                                                    + " \"best\": {\"quantity\": 2}}"))
                            .check(status().is(201))
                            .check(jsonPath("$.bookingId").saveAs("booking")));

    private static final ChainBuilder PAY =
            exec(
                    http("pay by points")
                            .post("/api/bookings/#{booking}/payment")
                            .header("Idempotency-Key", "#{randomUuid()}")
                            .header("Prefer", "wait=10")
                            .body(StringBody("{\"method\": \"POINTS\"}"))
                            .check(status().is(200)),
                    http("read the order").get("/api/orders/#{booking}"));

    private static final ScenarioBuilder BUYER =
            scenario("buyers")
                    .feed(csv(System.getProperty(TOKENS)).queue())
                    .exec(LOOK)
                    .pause(Duration.ofSeconds(1), Duration.ofSeconds(3))
                    .exec(BUY)
                    .exitHereIfFailed()
                    .pause(Duration.ofSeconds(1), Duration.ofSeconds(3))
                    .exec(PAY);

    {
        var door =
                http.baseUrl(System.getProperty(DOOR))
                        .contentTypeHeader("application/json")
                        .authorizationHeader("Bearer #{" + TOKEN + "}");
        setUp(BUYER.injectOpen(
                        rampUsersPerSec(0.2).to(BUYERS_A_SECOND).during(WARM_UP),
                        constantUsersPerSec(BUYERS_A_SECOND).during(TIME)))
                .protocols(door)
                .assertions(global().failedRequests().count().is(0L));
    }
}
