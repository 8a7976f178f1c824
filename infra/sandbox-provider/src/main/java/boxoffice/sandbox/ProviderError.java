package boxoffice.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that is no success, in Stripe's form. */
final class ProviderError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, @Nullable Object> error = new LinkedHashMap<>();
    private boolean kept;

    private ProviderError(int status, String type, @Nullable String code, String message) {
        super(message, null, false, false);
        this.status = status;
        error.put("type", type);
        if (code != null) {
            error.put("code", code);
        }
        error.put("message", message);
    }

    /** The caller is nobody we know. */
    static ProviderError unauthorized() {
        return new ProviderError(401, "invalid_request_error", null, "Invalid API key provided.");
    }

    /** The request itself is wrong: nothing was begun, and its key is free. */
    static ProviderError invalid(@Nullable String code, @Nullable String param, String message) {
        var made = new ProviderError(400, "invalid_request_error", code, message);
        if (param != null) {
            made.error.put("param", param);
        }
        return made;
    }

    static ProviderError missing(String param, String what, String id, int status) {
        var made =
                new ProviderError(
                        status,
                        "invalid_request_error",
                        "resource_missing",
                        "There is no " + what + " with the id " + id + ".");
        made.error.put("param", param);
        return made;
    }

    static ProviderError noSuchPath() {
        return new ProviderError(404, "invalid_request_error", null, "Unrecognized request URL.");
    }

    /** The intent's state does not allow it. */
    static ProviderError unexpectedState(Intent intent, String message) {
        var made =
                new ProviderError(
                        400, "invalid_request_error", "payment_intent_unexpected_state", message);
        made.error.put("payment_intent", intent.json());
        made.kept = true;
        return made;
    }

    /** The object's state does not allow it. */
    static ProviderError refused(String code, String message) {
        var made = new ProviderError(400, "invalid_request_error", code, message);
        made.kept = true;
        return made;
    }

    static ProviderError declined(Intent intent, TestCard.Decline decline) {
        var made = new ProviderError(402, "card_error", decline.code(), "Your card was declined.");
        if (decline.declineCode() != null) {
            made.error.put("decline_code", decline.declineCode());
        }
        made.error.put("payment_intent", intent.json());
        made.kept = true;
        return made;
    }

    static ProviderError otherParameters() {
        return new ProviderError(
                400,
                "idempotency_error",
                null,
                "This idempotency key was used before with another request.");
    }

    static ProviderError keyInUse() {
        return new ProviderError(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                "A request with this idempotency key is still under way.");
    }

    static ProviderError lockTimeout() {
        return new ProviderError(
                429,
                "invalid_request_error",
                "lock_timeout",
                "Another request works on this object. Try again.");
    }

    static ProviderError tooMany() {
        return new ProviderError(
                429, "invalid_request_error", "rate_limit", "Too many requests. Slow down.");
    }

    /** Ours, and kept under the key for as long as the key is. */
    static ProviderError internal() {
        var made = new ProviderError(500, "api_error", null, "Something went wrong on our side.");
        made.kept = true;
        return made;
    }

    /** Whether a repeat under the same key gets this again. */
    boolean kept() {
        return kept;
    }

    int status() {
        return status;
    }

    /** The error as it is kept in the intent that met it. */
    Map<String, @Nullable Object> lastError() {
        var copy = new LinkedHashMap<String, @Nullable Object>(error);
        copy.remove("payment_intent");
        return copy;
    }

    Reply reply() {
        return Reply.of(status, Map.of("error", error));
    }
}
