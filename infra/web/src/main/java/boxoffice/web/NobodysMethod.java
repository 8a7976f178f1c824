package boxoffice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A method that no handler takes, such as QUERY: whoever asks by it is told which methods there
 * are, and needs no token to be.
 */
public final class NobodysMethod implements RequestMatcher {

    private static final Set<HttpMethod> TAKEN = Set.of(HttpMethod.values());

    @Override
    public boolean matches(HttpServletRequest request) {
        return !TAKEN.contains(HttpMethod.valueOf(request.getMethod()));
    }
}
