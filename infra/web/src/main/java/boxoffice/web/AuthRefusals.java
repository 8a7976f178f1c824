package boxoffice.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** 401 and 403 with RFC 6750's header and a problem+json body like every other error. */
final class AuthRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final AccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();
    private final JsonMapper json;

    AuthRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException, ServletException {
        challenge.commence(request, response, failure);
        var sent = request.getHeader("Authorization") != null;
        Wording.write(
                new ApiProblem(
                        HttpStatus.UNAUTHORIZED,
                        sent ? "token-invalid" : "token-missing",
                        sent
                                ? "The token is expired, forged or not meant for Boxoffice. Sign in"
                                        + " again."
                                : "Sign in: send an Authorization header with a bearer token."),
                request,
                response,
                json);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException, ServletException {
        denial.handle(request, response, failure);
        Wording.write(
                new ApiProblem(
                        HttpStatus.FORBIDDEN, "forbidden", "Your token does not allow this."),
                request,
                response,
                json);
    }
}
