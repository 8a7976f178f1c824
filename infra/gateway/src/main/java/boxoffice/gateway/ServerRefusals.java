package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server itself refuses, such as a request line that is none, as problem+json where it
 * would write a page. No filter ever sees these.
 */
final class ServerRefusals extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ServerRefusals.class);

    private final JsonMapper json;

    ServerRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null
                || !status.isError()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        if (failure != null && status.is5xxServerError()) {
            log.error("A request failed beneath the filters", failure);
        }
        var problem = problemOf(status).getBody();
        problem.setProperty("traceId", response.getHeader(TraceIds.HEADER));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "en");
            response.getOutputStream().write(json.writeValueAsBytes(problem));
            response.finishResponse();
        } catch (IOException e) {
            log.debug("Nobody was left to be told of a refusal", e);
        }
    }

    private static ApiProblem problemOf(HttpStatus status) {
        return status == HttpStatus.BAD_REQUEST
                ? new ApiProblem(
                        status,
                        "request-malformed",
                        "The request line or a header is malformed or too long. Encode it, or leave"
                                + " it out.")
                : new ApiProblem(
                        status,
                        status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "The server could not take this request. See the documented API.");
    }
}
