package boxoffice.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An answer that is not a success, thrown from a controller: RFC 9457 problem+json with a stable
 * kebab-case {@code code} to program against and a sentence that tells a person what to do.
 */
public final class ApiProblem extends ErrorResponseException {

    public ApiProblem(HttpStatus status, String code, String detail) {
        super(status, body(status, code, detail), null);
    }

    static ProblemDetail body(HttpStatus status, String code, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:boxoffice:problem:" + code));
        body.setProperty("code", code);
        return body;
    }

    /** Adds members such as the booking id or the seats that the problem is about. */
    public ApiProblem with(Map<String, ?> members) {
        members.forEach(getBody()::setProperty);
        return this;
    }

    /** Adds a Retry-After header, rounded up to whole seconds. */
    public ApiProblem retryAfter(Duration wait) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        return this;
    }
}
