package boxoffice.web;

import java.net.URI;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An answer that is not a success, thrown from a controller: RFC 9457 problem+json with a stable
 * kebab-case {@code code} to program against and a sentence that tells a person what to do. The
 * sentence is given in English; in Korean it stands under the code in {@code
 * problems_ko.properties} of the service.
 */
public final class ApiProblem extends ErrorResponseException {

    public static final String TYPE = "urn:boxoffice:problem:";

    private final String code;
    private final transient Object[] facts;
    private String wording;

    /**
     * @param detail with facts, a {@link MessageFormat} in which they stand as {@code {0}}, {@code
     *     {1}}; without, the sentence as it is
     * @param facts what the sentence says in every language
     */
    public ApiProblem(HttpStatus status, String code, String detail, Object... facts) {
        super(status, body(status, code, inEnglish(detail, facts)), null);
        this.code = code;
        this.facts = facts.clone();
        this.wording = code;
    }

    private static String inEnglish(String detail, Object... facts) {
        return facts.length == 0 ? detail : new MessageFormat(detail, Locale.ENGLISH).format(facts);
    }

    private static ProblemDetail body(HttpStatus status, String code, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create(TYPE + code));
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

    /**
     * Names one of several sentences of the code, where a person needs more than the code says: in
     * Korean it stands under the code, a dot and this.
     */
    public ApiProblem worded(String variant) {
        wording = code + "." + variant;
        return this;
    }

    String code() {
        return code;
    }

    /** What says it in another language than English: first this, then the code. */
    String wording() {
        return wording;
    }

    Object[] facts() {
        return facts.clone();
    }
}
