package boxoffice.booking.web;

import boxoffice.booking.contract.BestSeats;
import boxoffice.kernel.Money;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The wish for the best seats in the body of {@code POST /bookings}, not yet believed.
 *
 * @param quantity 1 to 10
 * @param section only of this one; may be left out
 * @param grade only of this one; may be left out
 * @param budget for all of them together; may be left out
 * @param apart whether groups will do where they are not to be had together; left out: no
 * @param wheelchair whether one is a wheelchair place and the others its companions' seats; left
 *     out: no
 */
record BestRequest(
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        minimum = "1",
                        maximum = "" + BookRequest.SEATS_MAX)
                @Nullable Integer quantity,
        @Schema(minLength = 1, maxLength = boxoffice.concert.contract.BestSeats.NAME_LENGTH_MAX)
                @Nullable String section,
        @Schema(minLength = 1, maxLength = boxoffice.concert.contract.BestSeats.NAME_LENGTH_MAX)
                @Nullable String grade,
        @Nullable Money budget,
        @Nullable Boolean apart,
        @Nullable Boolean wheelchair) {

    /**
     * @throws ApiProblem 400 invalid-quantity, invalid-section, invalid-grade or invalid-budget
     */
    BestSeats checked() {
        if (quantity == null || quantity < 1 || quantity > BookRequest.SEATS_MAX) {
            throw refused(
                    "invalid-quantity",
                    "Say how many of the best seats: quantity, 1 to {0}.",
                    BookRequest.SEATS_MAX);
        }
        if (budget != null && budget.amount() <= 0) {
            throw refused(
                    "invalid-budget",
                    "A budget is for all seats together, more than nothing, in minor units.");
        }
        return new BestSeats(
                quantity,
                name("section", section),
                name("grade", grade),
                budget,
                Boolean.TRUE.equals(apart),
                Boolean.TRUE.equals(wheelchair));
    }

    private static @Nullable String name(String what, @Nullable String name) {
        if (name != null
                && (name.isBlank()
                        || name.length() > boxoffice.concert.contract.BestSeats.NAME_LENGTH_MAX
                        || name.chars().anyMatch(Character::isISOControl))) {
            throw refused("invalid-" + what, "A " + what + " is named as on the date's seat map.");
        }
        return name;
    }

    /** What tells one wish from another. */
    static List<String> parts(BestSeats best) {
        return List.of(
                "best",
                Integer.toString(best.quantity()),
                String.valueOf(best.section()),
                String.valueOf(best.grade()),
                String.valueOf(best.budget()),
                Boolean.toString(best.apart()),
                Boolean.toString(best.wheelchair()));
    }

    private static ApiProblem refused(String code, String detail, Object... facts) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail, facts);
    }
}
