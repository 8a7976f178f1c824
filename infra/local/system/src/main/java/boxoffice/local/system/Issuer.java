package boxoffice.local.system;

import boxoffice.local.servers.ServerFailed;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.HttpUrl;

/**
 * An OIDC issuer for one machine. Whoever asks gets a token for any user, so it must never be
 * reachable from another machine: it listens on the loopback interface. Its keys are new at each
 * start, and older tokens are worth nothing then.
 */
public final class Issuer implements AutoCloseable {
    /** The part of its addresses that names it. */
    static final String ID = "boxoffice";

    /** What the services' tokens must be for. */
    static final String AUDIENCE = "boxoffice";

    private static final Duration LIFE = Duration.ofHours(8);

    /** Everybody else is a buyer. */
    private static final Map<String, List<String>> STAFF =
            Map.of("park", List.of("promoter"), "kim", List.of("operator"));

    private final MockOAuth2Server server;
    private final int port;

    private Issuer(MockOAuth2Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it and returns when it answers.
     *
     * @throws ServerFailed where the port cannot be had
     */
    static Issuer start(int port) {
        var config =
                new OAuth2Config(
                        true, null, null, false, new OAuth2TokenProvider(), tokensForServices());
        var server = new MockOAuth2Server(config);
        try {
            server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
            return new Issuer(server, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new ServerFailed("the token issuer cannot start on port " + port, e);
        }
    }

    private static Set<OAuth2TokenCallback> tokensForServices() {
        return Set.of(new ForServices());
    }

    /** The issuer's own name, as in the claim {@code iss}. */
    public String issuerUri() {
        return "http://127.0.0.1:" + port + "/" + ID;
    }

    public String jwkSetUri() {
        return issuerUri() + "/jwks";
    }

    public String tokenUri() {
        return issuerUri() + "/token";
    }

    /** A token that the services take, as the one-line {@code curl} gets it. */
    public String token(String user) {
        return token(user, AUDIENCE, LIFE);
    }

    /** A token as it should not be, for tests: of another audience, or of a life that is over. */
    public String token(String user, String audience, Duration life) {
        var issuer = HttpUrl.Companion.get(issuerUri());
        Map<String, Object> claims =
                Map.of("sub", user, "aud", List.of(audience), "roles", rolesOf(user));
        return server.anyToken(issuer, claims, life).serialize();
    }

    private static List<String> rolesOf(String user) {
        return STAFF.getOrDefault(user, List.of("buyer"));
    }

    @Override
    public void close() {
        server.shutdown();
    }

    /** The client id is the user: there is no password on a machine of one's own. */
    private static final class ForServices implements OAuth2TokenCallback {
        @Override
        public String issuerId() {
            return ID;
        }

        @Override
        public String subject(TokenRequest request) {
            return userOf(request);
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of(AUDIENCE);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return Map.of("roles", rolesOf(userOf(request)));
        }

        @Override
        public long tokenExpiry() {
            return LIFE.toSeconds();
        }

        private static String userOf(TokenRequest request) {
            var authentication = request.getClientAuthentication();
            return authentication == null
                    ? request.getClientID().getValue()
                    : authentication.getClientID().getValue();
        }
    }
}
