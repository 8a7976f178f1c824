package boxoffice.gateway;

import static boxoffice.gateway.DoorIT.expectProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much and how often, and what is turned away before it goes anywhere. */
class LimitsIT {

    /** Whose own address it believes no one: each test comes from another, as by a proxy. */
    private static final Door DOOR =
            new Door(
                    "--boxoffice.trusted-proxies=127\\.0\\.0\\.1",
                    "--boxoffice.gateway.buyer-rate.per-second=1",
                    "--boxoffice.gateway.buyer-rate.burst=5",
                    "--boxoffice.gateway.address-rate.per-second=1",
                    "--boxoffice.gateway.address-rate.burst=20",
                    "--boxoffice.gateway.allowed-origins=https://tickets.example");

    @AfterAll
    static void close() {
        DOOR.close();
    }

    @Test
    void letsABuyerComeOnlySoOften() {
        for (var i = 0; i < 5; i++) {
            var answer = Door.send(from("10.0.0.1", DOOR.requestAs("mina", "/api/wallet")));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        var refused = refusal(_ -> from("10.0.0.2", DOOR.requestAs("mina", "/api/wallet")));
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        var another = Door.send(from("10.0.0.1", DOOR.requestAs("jisoo", "/api/wallet")));
        assertThat(another.statusCode()).isEqualTo(200);
        var anybody = Door.send(from("10.0.0.1", DOOR.request("/api/concerts")));
        assertThat(anybody.statusCode()).isEqualTo(200);
    }

    @Test
    void letsAnAddressComeOnlySoOftenWhateverItSends() {
        for (var i = 0; i < 20; i++) {
            var forged = DOOR.request("/api/wallet").header("Authorization", "Bearer a.b." + i);
            expectProblem(Door.send(from("10.0.0.3", forged)), 401, "token-invalid");
        }
        for (var path : new String[] {"/api/concerts", "/api/wallet", "/nowhere"}) {
            refusal(_ -> from("10.0.0.3", DOOR.request(path)));
        }
        assertThat(Door.send(from("10.0.0.4", DOOR.request("/api/concerts"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesTheLastAddressThatAProxyItTrustsHasSeen() {
        refusal(i -> from("6.6.6." + i + ", 10.0.0.5", DOOR.request("/api/concerts")));
    }

    @Test
    void knowsAllAddressesOfAnIpv6NetworkForOneCaller() {
        refusal(i -> from("2001:db8:0:1:%x::1".formatted(i), DOOR.request("/api/concerts")));
        var neighbour = from("2001:db8:0:2::1", DOOR.request("/api/concerts"));
        assertThat(Door.send(neighbour).statusCode()).isEqualTo(200);
    }

    /** The first there is: on a slow machine something may be added to the burst meanwhile. */
    private static HttpResponse<String> refusal(IntFunction<HttpRequest.Builder> request) {
        return IntStream.range(0, 200)
                .mapToObj(i -> Door.send(request.apply(i)))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .map(answer -> {
                    expectProblem(answer, 429, "too-many-requests");
                    return answer;
                })
                .orElseThrow();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var body = "x".repeat(64 * 1024 + 1);
        var told = DOOR.requestAs("tae", "/api/bookings").POST(BodyPublishers.ofString(body));
        expectProblem(Door.send(from("10.0.0.6", told)), 413, "body-too-large");
        var untold =
                DOOR.requestAs("tae", "/api/bookings")
                        .POST(BodyPublishers.ofByteArrays(List.of(body.getBytes(US_ASCII))));
        expectProblem(Door.send(from("10.0.0.6", untold)), 413, "body-too-large");
        var whole = DOOR.requestAs("tae", "/api/venues").POST(BodyPublishers.ofString(body));
        assertThat(Door.send(from("10.0.0.6", whole)).statusCode()).isEqualTo(200);
    }

    @Test
    void saysOverTlsThatItStaysTls() {
        var plain = Door.send(from("10.0.0.7", DOOR.request("/api/concerts")));
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
        var secure = DOOR.request("/api/concerts").header("X-Forwarded-Proto", "https");
        assertThat(
                        Door.send(from("10.0.0.7", secure))
                                .headers()
                                .allValues("Strict-Transport-Security"))
                .hasSize(1);
    }

    @Test
    void letsPagesOfAllowedOriginsIn() {
        var page = DOOR.request("/api/concerts").header("Origin", "https://tickets.example");
        var answer = Door.send(from("10.0.0.8", page));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://tickets.example");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("X-Trace-Id", "Retry-After");
        var preflight =
                DOOR.request("/api/bookings")
                        .header("Origin", "https://tickets.example")
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "Authorization, Idempotency-Key")
                        .method("OPTIONS", BodyPublishers.noBody());
        assertThat(Door.send(from("10.0.0.8", preflight)).statusCode()).isEqualTo(200);

        var strange = DOOR.request("/api/concerts").header("Origin", "https://evil.example");
        expectProblem(Door.send(from("10.0.0.8", strange)), 403, "origin-not-allowed");
    }

    @Test
    void takesNoForms() {
        var form =
                DOOR.requestAs("ari", "/api/bookings")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("a=%zz"));
        expectProblem(Door.send(from("10.0.0.9", form)), 415, "unsupported-media-type");
    }

    /** Down to the bytes, because no client would send them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/concerts?q=%zz",
                "/api/concerts?%",
                "/api/concerts/%00",
                "/api/concerts/..;/orders",
                "/api//concerts",
                "/api/concerts/%2e%2e/orders",
                "/api/concerts/%2Forders",
                "/api/concerts?q=\"<|>^`{}",
                "/api/concerts?=nameless",
                "/api/concerts?q=%FF",
                "/api/concerts?q%0A=line",
                "/api/concerts/\u00e9",
                "/api/concerts/%",
            })
    void refusesAPathOrQueryThatIsNone(String path) throws IOException {
        try (var client = new Socket("127.0.0.1", DOOR.port())) {
            client.getOutputStream()
                    .write(
                            ("GET "
                                            + path
                                            + " HTTP/1.1\r\nHost: door\r\nConnection: close\r\n"
                                            + "X-Forwarded-For: 10.0.0.10\r\n\r\n")
                                    .getBytes(UTF_8));
            var answer = new String(client.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("X-Trace-Id: ", "application/problem+json", "\"code\":\"");
        }
    }

    private static HttpRequest.Builder from(String address, HttpRequest.Builder request) {
        return request.header("X-Forwarded-For", address);
    }
}
