package boxoffice.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who answers what: the paths of each service, and those of them that want no token. The first that
 * knows a path gets it. Each service checks the token again and has the last word on its paths.
 */
enum Destination {
    BOOKING(
            List.of(
                    "/api/bookings/**",
                    "/api/complimentary-bookings/**",
                    "/api/schedules/*/cancellation/**"),
            List.of(),
            List.of()),
    CONCERT(
            List.of(
                    "/api/concerts/**",
                    "/api/schedules/**",
                    "/api/venues/**",
                    "/api/back-office/**"),
            List.of("/api/concerts/**", "/api/schedules/**", "/api/venues/*/seat-maps/*"),
            List.of()),
    ORDER(
            List.of("/api/orders/**", "/api/settlements/**", "/api/disputes/**"),
            List.of(),
            List.of()),
    PAYMENT(
            List.of("/api/wallet/**", "/api/payments/**"),
            List.of(),
            List.of("/api/payments/webhooks/*")),
    QUEUE(
            List.of("/api/waiting-rooms/**", "/api/pass-keys"),
            List.of("/api/waiting-rooms/*", "/api/waiting-rooms/*/draw", "/api/pass-keys"),
            List.of());

    private final List<String> paths;
    private final List<String> publicReads;
    private final List<String> signedPosts;

    Destination(List<String> paths, List<String> publicReads, List<String> signedPosts) {
        this.paths = paths;
        this.publicReads = publicReads;
        this.signedPosts = signedPosts;
    }

    /** Its name in lower case, as in settings and log lines. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where a path goes; empty where it goes nowhere. */
    static Optional<Destination> of(String path) {
        var container = PathContainer.parsePath(path);
        return Arrays.stream(values())
                .filter(destination ->
                        destination.paths.stream()
                                .map(PathPatternParser.defaultInstance::parse)
                                .anyMatch(pattern -> pattern.matches(container)))
                .findFirst();
    }

    /** All that it answers, in Spring's path pattern syntax. */
    List<String> paths() {
        return paths;
    }

    /** What anybody may GET. */
    List<String> publicReads() {
        return publicReads;
    }

    /** What is POSTed without a token, because the body is signed and the service checks that. */
    List<String> signedPosts() {
        return signedPosts;
    }
}
