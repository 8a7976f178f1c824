package boxoffice.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a trace id: the one of its W3C {@code traceparent} header, else a new one. It
 * stands in the log lines (MDC {@code traceId}) and in every problem+json.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceId extends OncePerRequestFilter {

    private static final String KEY = "traceId";
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** The trace id of the request that this thread serves; empty outside of one. */
    static String current() {
        var id = MDC.get(KEY);
        return id == null ? "" : id;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var ignored = MDC.putCloseable(KEY, of(request))) {
            chain.doFilter(request, response);
        }
    }

    private static String of(HttpServletRequest request) {
        var header = request.getHeader("traceparent");
        if (header != null) {
            var match = TRACEPARENT.matcher(header);
            if (match.matches()) {
                return match.group(1);
            }
        }
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
