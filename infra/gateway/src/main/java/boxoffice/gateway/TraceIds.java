package boxoffice.gateway;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Names the trace in every answer, and for the service in the request's {@code traceparent}: the
 * client's own where that is one, else a new one. So the problem+json of a service and of the door,
 * the log lines of both and the answer's header have the same id. Beneath every filter, so that
 * what a filter turns away has one too.
 */
final class TraceIds extends ValveBase {

    static final String HEADER = "X-Trace-Id";
    private static final String TRACEPARENT = "traceparent";

    /** Version, trace, span, flags; neither trace nor span may be all zeros. */
    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final RandomGenerator RANDOM = new SecureRandom();

    TraceIds() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var id = clients(request.getHeader(TRACEPARENT));
        if (id == null) {
            id = hex(TRACE_BYTES);
            request.getCoyoteRequest()
                    .getMimeHeaders()
                    .setValue(TRACEPARENT)
                    .setString("00-" + id + "-" + hex(SPAN_BYTES) + "-00");
        }
        response.setHeader(HEADER, id);
        getNext().invoke(request, response);
    }

    private static @Nullable String clients(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var match = VALID.matcher(header);
        return match.matches() ? match.group(1) : null;
    }

    private static String hex(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
