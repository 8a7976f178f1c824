package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses a page from elsewhere with a problem+json, where the default has a bare sentence. */
final class StrictOrigins extends DefaultCorsProcessor {

    private final HandlerExceptionResolver problems;

    StrictOrigins(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration config,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (super.processRequest(config, request, response)) {
            return true;
        }
        var problem =
                new ApiProblem(
                        HttpStatus.FORBIDDEN,
                        "origin-not-allowed",
                        "Pages of this origin, or a method or header that they want to send, are"
                                + " not allowed here. Ask the operator to allow the origin.");
        problems.resolveException(request, response, null, problem);
        return false;
    }

    /** The status and body are written above, from the request's own language. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {}
}
