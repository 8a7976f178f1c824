package boxoffice.gateway;

import static boxoffice.gateway.Upstream.says;
import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request meets, and which way it goes. */
class DoorIT {

    private static final Door DOOR = new Door();
    private static final String TRACE = "X-Trace-Id";

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @BeforeEach
    void wellBred() {
        for (var destination : Destination.values()) {
            DOOR.behind(destination).answersWith(says("200 OK", "application/json", "{}"));
            DOOR.behind(destination).received();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/bookings, BOOKING",
        "/api/bookings/1/payment, BOOKING",
        "/api/complimentary-bookings, BOOKING",
        "/api/schedules/one/cancellation, BOOKING",
        "/api/schedules/one, CONCERT",
        "/api/schedules/one/seats, CONCERT",
        "/api/concerts, CONCERT",
        "/api/venues/hall, CONCERT",
        "/api/back-office/concerts/1, CONCERT",
        "/api/orders/1/cancellation-quote, ORDER",
        "/api/settlements/2026-01-01, ORDER",
        "/api/disputes, ORDER",
        "/api/wallet, PAYMENT",
        "/api/payments/1, PAYMENT",
        "/api/waiting-rooms/one/entries/2/events, QUEUE",
    })
    void sendsEachPathItsWay(String path, Destination destination) {
        assertThat(DOOR.getAs("mina", path).statusCode()).isEqualTo(200);
        for (var one : Destination.values()) {
            assertThat(DOOR.behind(one).received()).hasSize(one == destination ? 1 : 0);
        }
    }

    @Test
    void passesARequestOnAndItsAnswerBackAsTheyAre() {
        var booking = DOOR.behind(Destination.BOOKING);
        booking.answersWith(says("201 Created", "application/json", "{\"bookingId\": \"1\"}"));

        var answer =
                Door.send(
                        DOOR.requestAs("mina", "/api/bookings?q=%ED%95%9C+%26&empty")
                                .header("Idempotency-Key", "k")
                                .header("Content-Type", "application/json")
                                .header("X-Forwarded-For", "9.9.9.9")
                                .header("X-Forwarded-Host", "evil.example")
                                .POST(BodyPublishers.ofString("{\"a\": 1}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"bookingId\": \"1\"}");
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"one\"");
        assertThat(answer.headers().allValues("Content-Length")).hasSize(1);
        var received = booking.received().getFirst();
        assertThat(received.line())
                .startsWith("POST /api/bookings?q=%ED%95%9C")
                .endsWith("HTTP/1.1");
        assertThat(received.body()).isEqualTo("{\"a\": 1}");
        assertThat(received.header("content-length")).isEqualTo("8");
        assertThat(received.header("content-type")).isEqualTo("application/json");
        assertThat(received.header("idempotency-key")).isEqualTo("k");
        assertThat(received.header("authorization")).startsWith("Bearer ");
        assertThat(received.header("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(received.header("x-forwarded-host")).isEmpty();
        assertThat(received.header("host")).isEqualTo(booking.address().getAuthority());
    }

    @Test
    void passesOnABodyOfUnknownLength() {
        var bytes = new byte[20_000];
        Arrays.fill(bytes, (byte) 'x');
        var answer =
                Door.send(
                        DOOR.requestAs("mina", "/api/bookings")
                                .POST(BodyPublishers.ofByteArrays(List.of(bytes))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(DOOR.behind(Destination.BOOKING).received().getFirst().body())
                .hasSize(bytes.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "409 Conflict", "500 Internal Server Error"})
    void passesBackWhatAServiceRefuses(String status) {
        var orders = DOOR.behind(Destination.ORDER);
        orders.answersWith(says(status, "application/problem+json", "{\"code\": \"its-own\"}"));
        for (var i = 0; i < 8; i++) {
            var answer = DOOR.getAs("mina", "/api/orders/1");
            assertThat(status).startsWith(Integer.toString(answer.statusCode()));
            assertThat(answer.body()).isEqualTo("{\"code\": \"its-own\"}");
        }
    }

    @Test
    void passesBackThatNothingHasChanged() {
        var concert = DOOR.behind(Destination.CONCERT);
        concert.answersWith(client ->
                client.getOutputStream()
                        .write("HTTP/1.1 304 Not Modified\r\nETag: \"one\"\r\n\r\n".getBytes()));
        for (var i = 0; i < 20; i++) {
            var answer =
                    Door.send(
                            DOOR.request("/api/schedules/1/seats")
                                    .header("If-None-Match", "\"one\""));
            assertThat(answer.statusCode()).isEqualTo(304);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/concerts",
                "/api/concerts/1/schedules",
                "/api/schedules/1",
                "/api/schedules/1/seats",
                "/api/venues/hall/seat-maps/1",
                "/api/waiting-rooms/1"
            })
    void letsAnybodyReadWhatIsPublic(String path) {
        assertThat(DOOR.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/bookings/1",
                "/api/orders",
                "/api/wallet",
                "/api/payments/1",
                "/api/schedules/1/cancellation",
                "/api/venues/hall",
                "/api/back-office/concerts",
                "/api/waiting-rooms/1/entries/2",
                "/api/payments/webhooks/stripe",
                "/api/nothing"
            })
    void wantsATokenForTheRest(String path) {
        expectProblem(DOOR.get(path), 401, "token-missing");
        var expired = TestIssuer.shared().token("mina", "boxoffice", Duration.ofHours(-1));
        var stray = TestIssuer.shared().token("mina", "elsewhere", Duration.ofHours(1));
        for (var token : new String[] {expired, stray, "a.b.c"}) {
            var request = DOOR.request(path).header("Authorization", "Bearer " + token);
            expectProblem(Door.send(request), 401, "token-invalid");
        }
        assertThat(Stream.of(Destination.values()).map(one -> DOOR.behind(one).received()))
                .allMatch(List::isEmpty);
    }

    @Test
    void wantsATokenToChangeWhatIsPublic() {
        var request = DOOR.request("/api/concerts").POST(BodyPublishers.ofString("{}"));
        expectProblem(Door.send(request), 401, "token-missing");
    }

    @Test
    void letsSignedWebhooksThroughWithoutAToken() {
        var request =
                DOOR.request("/api/payments/webhooks/stripe")
                        .header("Stripe-Signature", "t=1,v1=2")
                        .POST(BodyPublishers.ofString("{}"));
        assertThat(Door.send(request).statusCode()).isEqualTo(200);
        assertThat(
                        DOOR.behind(Destination.PAYMENT)
                                .received()
                                .getFirst()
                                .header("stripe-signature"))
                .isEqualTo("t=1,v1=2");
    }

    @Test
    void namesTheTraceInEveryAnswerAndForTheService() {
        var queue = DOOR.behind(Destination.QUEUE);
        var given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        var answer = Door.send(DOOR.request("/api/waiting-rooms/1").header("traceparent", given));
        assertThat(answer.headers().allValues(TRACE))
                .containsExactly("0af7651916cd43dd8448eb211c80319c");
        assertThat(queue.received().getFirst().header("traceparent")).isEqualTo(given);

        for (var wrong : new String[] {"00-" + "0".repeat(32) + "-b7ad6b7169203331-01", "x"}) {
            answer = Door.send(DOOR.request("/api/waiting-rooms/1").header("traceparent", wrong));
            var trace = answer.headers().firstValue(TRACE).orElseThrow();
            assertThat(HexFormat.of().parseHex(trace)).hasSize(16).isNotEqualTo(new byte[16]);
            assertThat(queue.received().getFirst().header("traceparent"))
                    .startsWith("00-" + trace + "-");
        }
        var refused = DOOR.get("/api/wallet");
        assertThat(refused.headers().firstValue(TRACE))
                .contains(Door.json(refused).path("traceId").asString());
    }

    @Test
    void tellsBrowsersWhatTheyMayNotDo() {
        for (var answer :
                new HttpResponse<?>[] {
                    DOOR.get("/api/concerts"),
                    DOOR.get("/api/wallet"),
                    DOOR.getAs("mina", "/api/nothing")
                }) {
            var headers = answer.headers();
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("frame-ancestors 'none'");
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void leavesMethodsAndTypesThatItDoesNotKnowToTheServices() {
        var concert = DOOR.behind(Destination.CONCERT);
        var types = DOOR.request("/api/concerts").header("Content-Type", "multipart/form-data");
        assertThat(Door.send(types).statusCode()).isEqualTo(200);
        var methods = DOOR.requestAs("mina", "/api/concerts").method("QUERY", noBody());
        assertThat(Door.send(methods).statusCode()).isEqualTo(200);
        assertThat(concert.received())
                .extracting(Upstream.Received::line)
                .containsExactly("GET /api/concerts HTTP/1.1", "QUERY /api/concerts HTTP/1.1");
        var trace = DOOR.requestAs("mina", "/api/concerts").method("TRACE", noBody());
        // By the server below, in words of its own.
        assertThat(Door.send(trace).statusCode()).isEqualTo(405);
        assertThat(concert.received()).isEmpty();
    }

    @Test
    void knowsItsOwnHealthAndNothingElse() {
        assertThat(DOOR.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(DOOR.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(DOOR.getAs("mina", "/actuator/env").statusCode()).isEqualTo(403);
        expectProblem(DOOR.getAs("mina", "/api/nothing"), 404, "not-found");
    }

    static void expectProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        var body = Door.json(answer);
        assertThat(body.path("code").asString()).isEqualTo(code);
        assertThat(body.path("detail").asString()).matches("[A-Z].{10,}[.]");
        assertThat(answer.headers().firstValue(TRACE)).contains(body.path("traceId").asString());
    }
}
