package boxoffice.web;

import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * The {@code Idempotency-Key} header of a request that moves seats or money: the same key from the
 * same buyer means the same request. A controller that takes one as an argument requires the
 * header.
 *
 * @param value 1 to 128 letters, digits, {@code . _ ~ -}; a UUID fits
 */
public record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";
    static final String PATTERN = "[A-Za-z0-9._~-]{1,128}";
    private static final Pattern FORM = Pattern.compile(PATTERN);

    /**
     * @throws ApiProblem 400 idempotency-key-invalid
     */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-invalid",
                    "An Idempotency-Key has 1 to 128 letters, digits, '.', '_', '~' or '-'. A new"
                            + " UUID for each new request is a good one.");
        }
    }

    /** For a key that came with another request before: 422 idempotency-key-reused. */
    public static ApiProblem reused() {
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request. Take a new key for a new"
                        + " request.");
    }
}
