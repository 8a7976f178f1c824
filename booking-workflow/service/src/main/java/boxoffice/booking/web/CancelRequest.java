package boxoffice.booking.web;

import boxoffice.concert.contract.HoldSeats;
import boxoffice.kernel.Money;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of {@code POST /bookings/{id}/cancellation}, not yet believed; there may be none.
 *
 * @param lines the order lines, by their seats; all that are left where there is none
 * @param quotedFee the fee that the buyer was shown; may be left out
 */
record CancelRequest(
        @ArraySchema(
                        maxItems = HoldSeats.SEATS_MAX,
                        uniqueItems = true,
                        schema =
                                @Schema(
                                        minLength = 1,
                                        maxLength = HoldSeats.SEAT_NO_LENGTH_MAX,
                                        example = "A-1-12"))
                @Nullable List<@Nullable String> lines,
        @Nullable Money quotedFee) {

    private static final Pattern SEAT_NO = Pattern.compile(HoldSeats.SEAT_NO_FORM);

    /** What the buyer asked for, its form checked; whether there are such lines is not known. */
    record Checked(List<String> lines, @Nullable Money quotedFee) {

        /** Whether it says no more than that the booking is to be canceled. */
        boolean isPlain() {
            return lines.isEmpty() && quotedFee == null;
        }

        /** The same lines in another order are the same request. */
        String hash() {
            return CommandHash.of(
                    Stream.concat(
                                    Stream.of("cancellation", String.valueOf(quotedFee)),
                                    lines.stream().sorted())
                            .toList());
        }
    }

    /**
     * @throws ApiProblem 400 too-many-lines, duplicate-lines, invalid-line or invalid-amount
     */
    static Checked checked(@Nullable CancelRequest body) {
        if (body == null) {
            return new Checked(List.of(), null);
        }
        var quoted = body.quotedFee();
        if (quoted != null && quoted.amount() < 0) {
            throw badRequest("invalid-amount", "A fee is nothing or more, in minor units.");
        }
        return new Checked(body.lines() == null ? List.of() : checkedLines(body.lines()), quoted);
    }

    private static List<String> checkedLines(List<@Nullable String> lines) {
        if (lines.size() > HoldSeats.SEATS_MAX) {
            throw badRequest("too-many-lines", "No booking has that many lines.");
        }
        for (var line : lines) {
            if (line == null || !SEAT_NO.matcher(line).matches()) {
                throw badRequest("invalid-line", "A line is named by its seat, such as A-1-12.");
            }
        }
        if (new HashSet<>(lines).size() < lines.size()) {
            throw badRequest("duplicate-lines", "Name each line once.");
        }
        return lines.stream().filter(Objects::nonNull).toList();
    }

    private static ApiProblem badRequest(String code, String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail);
    }
}
