package boxoffice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** What Spring Security's firewall turns away, such as {@code //} or a line feed in a path. */
final class PathRefusals implements RequestRejectedHandler {

    private final JsonMapper json;

    PathRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestRejectedException rejection)
            throws IOException {
        var problem =
                ApiProblem.body(
                        HttpStatus.BAD_REQUEST,
                        "path-invalid",
                        "The path or a header has characters that are not allowed. Encode it, or"
                                + " leave them out.");
        problem.setProperty("traceId", TraceId.current());
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
