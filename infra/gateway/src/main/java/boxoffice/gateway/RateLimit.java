package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Turns away who comes too often, with 429 and the time to wait. */
final class RateLimit implements Filter {

    private final Turnstile turnstile;
    private final Function<HttpServletRequest, Optional<String>> callerOf;
    private final HandlerExceptionResolver problems;

    /**
     * @param callerOf whose request it is; empty where nobody is counted
     */
    RateLimit(
            Turnstile turnstile,
            Function<HttpServletRequest, Optional<String>> callerOf,
            HandlerExceptionResolver problems) {
        this.turnstile = turnstile;
        this.callerOf = callerOf;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var wait =
                http.getDispatcherType() == DispatcherType.REQUEST
                        ? callerOf.apply(http).flatMap(turnstile::enter)
                        : Optional.<Duration>empty();
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var problem =
                new ApiProblem(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-requests",
                                "You ask too often. Wait as long as Retry-After says and send the"
                                        + " same request again.")
                        .retryAfter(wait.get());
        problems.resolveException(http, (HttpServletResponse) response, null, problem);
    }
}
