package boxoffice.web;

import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Makes every error a problem+json with a code and the trace id, and every surprise a 500. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException e) {
        return respond(PathRefusals.problem());
    }

    /** The server reads a query when it is first asked for a parameter. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableQuery(InvalidParameterException e) {
        return respond(
                badRequest(
                        "query-invalid",
                        "The query string is not percent-encoded. Encode it as UTF-8, each part as"
                                + " name=value."));
    }

    @ExceptionHandler
    ResponseEntity<Object> surprise(Exception e, WebRequest request) {
        var tooLarge = BodyLimit.problemOf(e);
        if (tooLarge.isPresent()) {
            return respond(tooLarge.get());
        }
        if (isWithoutConnection(e)) {
            log.warn("A request had no connection to the database: {}", e.toString());
            return respond(
                    new ApiProblem(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "temporarily-unavailable",
                                    "We cannot get at our data just now. Send the same request"
                                            + " again, with the same Idempotency-Key where there is"
                                            + " one.")
                            .retryAfter(SOON));
        }
        log.error("A request failed in a way nobody thought of", e);
        return respond(
                new ApiProblem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something went wrong on our side. Send the same request again, with the"
                                + " same Idempotency-Key where there is one."));
    }

    /** The pool's own, the driver's, and what any server says in class 08 of the SQL states. */
    private static boolean isWithoutConnection(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said
                    && (said instanceof SQLTransientConnectionException
                            || said instanceof SQLRecoverableException
                            || Objects.requireNonNullElse(said.getSQLState(), "")
                                    .startsWith("08"))) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleErrorResponseException(
            ErrorResponseException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return e instanceof ApiProblem problem
                ? respond(problem)
                : super.handleErrorResponseException(e, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(BodyLimit.problemOf(e).orElseGet(() -> unreadable(e)));
    }

    private static ApiProblem unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                    badRequest(
                            "unknown-field",
                            "The field {0} is not known here. Leave it out.",
                            unknown.getPropertyName());
            case DatabindException wrong ->
                    badRequest(
                            "invalid-field",
                            "The value at {0} has the wrong type or form. See the documented body.",
                            JsonPaths.of(wrong));
            case StreamReadException malformed ->
                    badRequest(
                            "malformed-json",
                            "The body is not JSON: line {0}, column {1}.",
                            malformed.getLocation().getLineNr(),
                            malformed.getLocation().getColumnNr());
            case null, default ->
                    badRequest("body-missing", "The request has no readable body. Send JSON.");
        };
    }

    private static ApiProblem badRequest(String code, String detail, Object... facts) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail, facts);
    }

    /** What Spring itself refuses. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer == null || !(answer.getBody() instanceof ProblemDetail problem)) {
            return answer;
        }
        var code = codeOf(status);
        problem.setType(URI.create(ApiProblem.TYPE + code));
        problem.setProperty("code", code);
        return respond(problem, code, null, answer.getHeaders());
    }

    private static ResponseEntity<Object> respond(ApiProblem problem) {
        return respond(problem.getBody(), problem.code(), problem, problem.getHeaders());
    }

    private static ResponseEntity<Object> respond(
            ProblemDetail problem, String code, @Nullable ApiProblem thrown, HttpHeaders headers) {
        problem.setProperty("traceId", TraceId.current());
        var said = new HttpHeaders();
        said.putAll(headers);
        Wording.say(problem, code, thrown, LocaleContextHolder.getLocale(), said);
        return ResponseEntity.status(problem.getStatus()).headers(said).body(problem);
    }

    /** {@code METHOD_NOT_ALLOWED} gives method-not-allowed. */
    private static String codeOf(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
