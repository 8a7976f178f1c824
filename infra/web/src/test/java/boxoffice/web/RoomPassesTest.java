package boxoffice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which passes are read, by keys from a real address, and how the others are counted. */
class RoomPassesTest {

    private static final BuyerId MINA = new BuyerId("mina");
    private static final ScheduleId DATE = new ScheduleId("date-1");
    private static final String ENTRY = UUID.randomUUID().toString();

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private RSAKey key;
    private HttpServer keys;
    private RoomPasses passes;

    @BeforeEach
    void serveKeys() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        var body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        keys.start();
        passes =
                new RoomPasses(
                        URI.create("http://127.0.0.1:" + keys.getAddress().getPort()), meters);
    }

    @AfterEach
    void stop() {
        keys.stop(0);
    }

    private String pass(RSAKey signedBy, String type, String audience, Duration life)
            throws JOSEException {
        var pass =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(new JOSEObjectType(type))
                                .keyID("one")
                                .build(),
                        new JWTClaimsSet.Builder()
                                .audience(audience)
                                .subject("mina")
                                .jwtID(ENTRY)
                                .claim("schedule", "date-1")
                                .expirationTime(Date.from(Instant.now().plus(life)))
                                .build());
        pass.sign(new RSASSASigner(signedBy));
        return pass.serialize();
    }

    private String good(Duration life) throws JOSEException {
        return pass(key, RoomPass.TYPE, RoomPass.AUDIENCE, life);
    }

    @Test
    void readsAGoodPassAlsoWhenTheKeysAreGone() throws JOSEException {
        var pass = good(Duration.ofMinutes(5));
        var read = new RoomPass(UUID.fromString(ENTRY), MINA, DATE);
        assertThat(passes.read(pass, MINA, DATE)).isEqualTo(read);
        keys.stop(0);
        assertThat(passes.read(pass, MINA, DATE)).isEqualTo(read);
    }

    /** The queue's database decides on time; a clock may be wrong by five minutes either way. */
    @Test
    void leavesTheLastMinutesToTheQueuesOwnClock() throws JOSEException {
        assertThat(passes.read(good(Duration.ofMinutes(-4)), MINA, DATE).passId())
                .hasToString(ENTRY);
        assertRefused(good(Duration.ofMinutes(-6)), "pass-expired", "expired");
    }

    @Test
    void refusesWhatIsForgedOrNoPassAtAll() throws JOSEException {
        var another = new RSAKeyGenerator(2048).keyID("one").generate();
        var life = Duration.ofMinutes(5);
        assertRefused(
                pass(another, RoomPass.TYPE, RoomPass.AUDIENCE, life), "pass-invalid", "forged");
        assertRefused(pass(key, "JWT", RoomPass.AUDIENCE, life), "pass-invalid", "forged");
        assertRefused(pass(key, RoomPass.TYPE, "boxoffice", life), "pass-invalid", "forged");
        assertRefused("no pass", "pass-invalid", "forged");
    }

    @Test
    void refusesAnothersPassAndAnotherDates() throws JOSEException {
        var pass = good(Duration.ofMinutes(5));
        assertThatThrownBy(() -> passes.read(pass, new BuyerId("thief"), DATE))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("pass-invalid"));
        assertThatThrownBy(() -> passes.read(pass, MINA, new ScheduleId("date-2")))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("pass-invalid"));
        assertThat(refusals("foreign")).isEqualTo(1);
        assertThat(refusals("other-schedule")).isEqualTo(1);
    }

    private void assertRefused(String pass, String code, String reason) {
        var before = refusals(reason);
        assertThatThrownBy(() -> passes.read(pass, MINA, DATE))
                .isInstanceOfSatisfying(
                        ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
        assertThat(refusals(reason)).isEqualTo(before + 1);
    }

    private double refusals(String reason) {
        return meters.counter("boxoffice.passes.refused", "reason", reason).count();
    }
}
