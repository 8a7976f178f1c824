package boxoffice.payment;

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

/** Signs tokens and serves the key to check them with, on the loopback interface. */
final class Issuer {
    static final Issuer SHARED = new Issuer();

    private final RSAKey key;
    private final String address;

    private Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext(
                    "/jwks",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, keys.length);
                        exchange.getResponseBody().write(keys);
                        exchange.close();
                    });
            server.start();
            address = "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException("cannot issue tokens", e);
        }
    }

    String address() {
        return address;
    }

    String token(String subject) {
        return token(subject, "boxoffice", Duration.ofMinutes(5));
    }

    String token(String subject, String audience, Duration validFor) {
        var claims =
                new JWTClaimsSet.Builder()
                        .subject(subject)
                        .audience(audience)
                        .issuer(address)
                        .issueTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
                        .expirationTime(Date.from(Instant.now().plus(validFor)))
                        .build();
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }
}
