package boxoffice.booking.web;

import boxoffice.booking.contract.ScheduleCancellationAsker;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of {@code POST /schedules/{id}/cancellation}; there may be none.
 *
 * @param reason why, for those who read it later; may be left out
 */
record ScheduleCancellationRequest(
        @Schema(maxLength = ScheduleCancellationAsker.REASON_LENGTH_MAX) @Nullable String reason) {

    /**
     * The reason, null where there is none.
     *
     * @throws ApiProblem 400 invalid-reason
     */
    static @Nullable String checkedReason(@Nullable ScheduleCancellationRequest body) {
        if (body == null || body.reason() == null || body.reason().isBlank()) {
            return null;
        }
        var reason = body.reason().strip();
        if (reason.length() > ScheduleCancellationAsker.REASON_LENGTH_MAX
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "invalid-reason",
                    "A reason is one line of {0} characters at most.",
                    ScheduleCancellationAsker.REASON_LENGTH_MAX);
        }
        return reason;
    }
}
