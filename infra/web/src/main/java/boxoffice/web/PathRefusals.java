package boxoffice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
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
        Wording.write(problem(), request, response, json);
    }

    /** The same where the firewall looks at something only when it is asked for. */
    static ApiProblem problem() {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "path-invalid",
                "The path, the query or a header has characters that are not allowed. Encode it,"
                        + " or leave them out.");
    }
}
