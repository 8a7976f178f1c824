package boxoffice.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.servers.Ports;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IssuerTest {
    private static final Issuer ISSUER = Issuer.start(Ports.free());
    private static final Pattern ACCESS_TOKEN =
            Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]*)\"");

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void givesABuyerATokenForTheServices() throws Exception {
        var claims = verified(asked("mina"));

        assertThat(claims.getSubject()).isEqualTo("mina");
        assertThat(claims.getAudience()).containsExactly("boxoffice");
        assertThat(claims.getStringListClaim("roles")).containsExactly("buyer");
        assertThat(claims.getIssuer()).isEqualTo(ISSUER.issuerUri());
    }

    @Test
    void givesStaffTheirRole() throws Exception {
        assertThat(verified(asked("park")).getStringListClaim("roles"))
                .isEqualTo(List.of("promoter"));
        assertThat(verified(asked("kim")).getStringListClaim("roles"))
                .isEqualTo(List.of("operator"));
    }

    @Test
    void signsTokensForTestsAsItSignsThoseAskedFor() throws Exception {
        var claims = verified(ISSUER.token("mina"));

        assertThat(claims.getSubject()).isEqualTo("mina");
        assertThat(claims.getAudience()).containsExactly("boxoffice");
        assertThat(claims.getIssuer()).isEqualTo(ISSUER.issuerUri());
    }

    @Test
    void makesTokensThatNoServiceMayTake() throws Exception {
        var claims = verified(ISSUER.token("mina", "elsewhere", Duration.ofHours(-1)));

        assertThat(claims.getAudience()).containsExactly("elsewhere");
        assertThat(claims.getExpirationTime().toInstant()).isBefore(Instant.now());
    }

    /** What the one-line curl does. */
    private static String asked(String user) throws Exception {
        var form = "grant_type=client_credentials&client_secret=any&scope=openid&client_id=" + user;
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(ISSUER.tokenUri()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
        var token = ACCESS_TOKEN.matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return token.group(1);
    }

    private static JWTClaimsSet verified(String token) throws Exception {
        var keys = JWKSet.parse(send(HttpRequest.newBuilder(URI.create(ISSUER.jwkSetUri()))));
        var signed = SignedJWT.parse(token);
        var key = keys.getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey();
        assertThat(signed.verify(new RSASSAVerifier(key))).isTrue();
        return signed.getJWTClaimsSet();
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
