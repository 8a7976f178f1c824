package boxoffice.concert;

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
import java.time.Instant;
import java.util.Date;

/** An issuer of real, signed tokens, with the key set that the service checks them against. */
final class Tokens implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey key;

    Tokens() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        var body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/jwks",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String[] settings() {
        var prefix = "--spring.security.oauth2.resourceserver.jwt.";
        return new String[] {
            prefix + "issuer-uri=" + issuer(), prefix + "jwk-set-uri=" + issuer() + "/jwks"
        };
    }

    /** A token for mina with these two said as wanted, else good. */
    String token(String audience, Instant expiresAt) throws JOSEException {
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
                        new JWTClaimsSet.Builder()
                                .issuer(issuer())
                                .subject("mina")
                                .audience(audience)
                                .expirationTime(Date.from(expiresAt))
                                .build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
