package boxoffice.testing.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Signs tokens, and serves on loopback the keys by which a service checks them. */
public final class TestIssuer {

    private static final String KEY_ID = "test";
    private static final int KEY_BITS = 2048;
    private static final TestIssuer SHARED = new TestIssuer();

    private final RSAKey key;
    private final String address;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(KEY_BITS).keyID(KEY_ID).generate();
            address = serve(new JWKSet(key.toPublicJWK()).toString());
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException("Tests cannot issue tokens", e);
        }
    }

    private static String serve(String keys) throws IOException {
        var body = keys.getBytes(StandardCharsets.UTF_8);
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/jwks",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** One for all tests of this JVM. */
    public static TestIssuer shared() {
        return SHARED;
    }

    /** The issuer as it stands in the tokens; its keys are at {@code /jwks} under it. */
    public String address() {
        return address;
    }

    /** A token as a service wants it. */
    public String token(String subject) {
        return token(subject, "boxoffice", Duration.ofMinutes(5));
    }

    /**
     * @param validFor from now; negative for a token that has expired
     */
    public String token(String subject, String audience, Duration validFor) {
        return token(subject, audience, validFor, List.of());
    }

    /** A token of somebody who is more than a buyer. */
    public String tokenWithRoles(String subject, String... roles) {
        return token(subject, "boxoffice", Duration.ofMinutes(5), List.of(roles));
    }

    private String token(String subject, String audience, Duration validFor, List<String> roles) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(address)
                        .subject(subject)
                        .audience(audience)
                        .claim("roles", roles)
                        .issueTime(Date.from(now.minus(Duration.ofHours(1))))
                        .expirationTime(Date.from(now.plus(validFor)))
                        .build();
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Tests cannot sign a token", e);
        }
        return token.serialize();
    }
}
