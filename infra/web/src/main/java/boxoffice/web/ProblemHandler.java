package boxoffice.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
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

    @ExceptionHandler
    ResponseEntity<Object> surprise(Exception e, WebRequest request) {
        var tooLarge = BodyLimit.problemOf(e);
        if (tooLarge.isPresent()) {
            return respond(tooLarge.get(), new HttpHeaders(), HttpStatus.CONTENT_TOO_LARGE);
        }
        log.error("A request failed in a way nobody thought of", e);
        var body =
                ApiProblem.body(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something went wrong on our side. Send the same request again, with the"
                                + " same Idempotency-Key where there is one.");
        return respond(body, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var body = BodyLimit.problemOf(e).orElseGet(() -> unreadable(e));
        return respond(body, headers, HttpStatusCode.valueOf(body.getStatus()));
    }

    private static ProblemDetail unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                    badRequest(
                            "unknown-field",
                            "The field "
                                    + unknown.getPropertyName()
                                    + " is not known here. Leave it out.");
            case DatabindException wrong ->
                    badRequest(
                            "invalid-field",
                            "The value at "
                                    + JsonPaths.of(wrong)
                                    + " has the wrong type or form. See the documented body.");
            case StreamReadException malformed ->
                    badRequest(
                            "malformed-json",
                            "The body is not JSON: line "
                                    + malformed.getLocation().getLineNr()
                                    + ", column "
                                    + malformed.getLocation().getColumnNr()
                                    + ".");
            case null, default ->
                    badRequest("body-missing", "The request has no readable body. Send JSON.");
        };
    }

    private static ProblemDetail badRequest(String code, String detail) {
        return ApiProblem.body(HttpStatus.BAD_REQUEST, code, detail);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var answer = super.handleExceptionInternal(e, body, headers, status, request);
        return answer != null && answer.getBody() instanceof ProblemDetail problem
                ? respond(problem, answer.getHeaders(), status)
                : answer;
    }

    private static ResponseEntity<Object> respond(
            ProblemDetail problem, HttpHeaders headers, HttpStatusCode status) {
        var members = problem.getProperties();
        if (members == null || !members.containsKey("code")) {
            problem.setProperty("code", codeOf(status));
        }
        problem.setProperty("traceId", TraceId.current());
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    /** For what Spring itself refuses: {@code METHOD_NOT_ALLOWED} gives method-not-allowed. */
    private static String codeOf(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
