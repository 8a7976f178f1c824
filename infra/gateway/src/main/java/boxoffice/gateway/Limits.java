package boxoffice.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** How much may be sent, and how long an answer may take, by what is asked for. */
@Component
class Limits {

    /** Where a whole file is sent in one request. */
    private static final List<PathPattern> IMPORTS =
            Stream.of("/api/venues/**", "/api/concerts/*/schedules")
                    .map(PathPatternParser.defaultInstance::parse)
                    .toList();

    private final Limit ordinary;
    private final Limit eventStream;
    private final Limit fileImport;

    /**
     * @param times to be given a connection, and until the answer begins or goes on
     */
    record Limit(long bodyBytesMax, RequestConfig times) {}

    Limits(GatewayProperties properties) {
        var bodyBytesMax = properties.bodySizeMax().toBytes();
        var connect = properties.connectTimeout();
        ordinary = new Limit(bodyBytesMax, times(connect, properties.responseTimeout()));
        eventStream = new Limit(bodyBytesMax, times(connect, properties.streamTimeout()));
        fileImport =
                new Limit(
                        properties.importSizeMax().toBytes(),
                        times(connect, properties.importTimeout()));
    }

    private static RequestConfig times(Duration connect, Duration answer) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(connect))
                .setResponseTimeout(Timeout.of(answer))
                .setAuthenticationEnabled(false)
                .build();
    }

    Limit of(HttpServletRequest request) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            var accept = request.getHeader(HttpHeaders.ACCEPT);
            return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
                    ? eventStream
                    : ordinary;
        }
        var path = PathContainer.parsePath(request.getRequestURI());
        return IMPORTS.stream().anyMatch(one -> one.matches(path)) ? fileImport : ordinary;
    }
}
