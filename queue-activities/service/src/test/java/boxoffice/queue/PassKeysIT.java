package boxoffice.queue;

import static boxoffice.queue.RoomTests.join;
import static boxoffice.queue.RoomTests.json;
import static boxoffice.queue.RoomTests.openRoom;
import static boxoffice.queue.RoomTests.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Passes and the keys that sign them. */
class PassKeysIT {

    private static JWKSet published() throws ParseException {
        return JWKSet.parse(service().get("/api/pass-keys", null).body());
    }

    private static SignedJWT passOf(String schedule, String buyer) throws ParseException {
        var entry = json(join(schedule, buyer)).path("entryId").asString();
        return SignedJWT.parse(
                RoomTests.until(schedule, entry, buyer, RoomTests::isAdmitted)
                        .path("pass")
                        .asString());
    }

    private static boolean isGood(SignedJWT pass) throws ParseException, JOSEException {
        var key = published().getKeyByKeyId(pass.getHeader().getKeyID());
        return key != null && pass.verify(new RSASSAVerifier(key.toRSAKey()));
    }

    @Test
    void saysWhoMayDoWhatUntilWhenAndShowsNoPrivateKey() throws ParseException, JOSEException {
        var schedule = openRoom(5, 5);
        var pass = passOf(schedule, "mina");
        var claims = pass.getJWTClaimsSet();
        assertThat(pass.getHeader().getType().getType()).isEqualTo("boxoffice-pass+jwt");
        assertThat(claims.getAudience()).containsExactly("boxoffice-booking");
        assertThat(claims.getSubject()).isEqualTo("mina");
        assertThat(claims.getStringClaim("schedule")).isEqualTo(schedule);
        assertThat(claims.getExpirationTime().toInstant())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(9)),
                        Instant.now().plus(Duration.ofMinutes(11)));
        assertThat(isGood(pass)).isTrue();
        assertThat(published().getKeys()).allMatch(key -> !key.isPrivate());
    }

    @Test
    void dropsNobodyWhenTheKeyTurns() throws ParseException, JOSEException {
        var schedule = openRoom(5, 5);
        var before = passOf(schedule, "mina");
        // So old that it is another's turn, which is shown first and signs a quarter later.
        service().write("update pass_keys set signs_from = signs_from - interval 8 day");
        awaitKeys(2);
        assertThat(passOf(schedule, "tae").getHeader().getKeyID())
                .isEqualTo(before.getHeader().getKeyID());
        service()
                .write(
                        "update pass_keys set signs_from = signs_from - interval 16 minute"
                                + " order by signs_from desc limit 1");
        var end = Instant.now().plusSeconds(20);
        for (var buyer = 0; ; buyer++) {
            var after = passOf(openRoom(1, 1), "b" + buyer);
            if (!after.getHeader().getKeyID().equals(before.getHeader().getKeyID())) {
                assertThat(isGood(after)).isTrue();
                break;
            }
            assertThat(Instant.now()).isBefore(end);
        }
        assertThat(isGood(before)).isTrue();
    }

    private static void awaitKeys(int count) throws ParseException {
        var end = Instant.now().plusSeconds(20);
        while (published().getKeys().size() < count) {
            assertThat(Instant.now()).isBefore(end);
            RoomTests.pause();
        }
    }
}
