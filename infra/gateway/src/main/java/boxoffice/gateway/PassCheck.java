package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import boxoffice.web.RoomPass;
import boxoffice.web.RoomPasses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Turns a pass that cannot be good away at the door: forged, expired or another buyer's. Whether it
 * is of the date that is booked, and still free, those behind it find out.
 */
final class PassCheck extends OncePerRequestFilter {

    private final RoomPasses passes;
    private final HandlerExceptionResolver problems;

    PassCheck(RoomPasses passes, HandlerExceptionResolver problems) {
        this.passes = passes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var pass = request.getHeader(RoomPass.HEADER);
        try {
            if (pass != null
                    && SecurityContextHolder.getContext().getAuthentication()
                            instanceof JwtAuthenticationToken token) {
                passes.check(pass, token.getName());
            }
        } catch (ApiProblem e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
