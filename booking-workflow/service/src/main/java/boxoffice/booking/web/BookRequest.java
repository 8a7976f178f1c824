package boxoffice.booking.web;

import boxoffice.booking.contract.BestSeats;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.kernel.PresaleCode;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of {@code POST /bookings}, not yet believed.
 *
 * @param seats certain seats; or none, and {@code best}
 * @param presaleCode looked at only before the general sale; may be left out
 */
record BookRequest(
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = ScheduleId.LENGTH_MAX)
                @Nullable String scheduleId,
        @ArraySchema(
                        minItems = 1,
                        maxItems = SEATS_MAX,
                        uniqueItems = true,
                        schema =
                                @Schema(
                                        minLength = 1,
                                        maxLength = HoldSeats.SEAT_NO_LENGTH_MAX,
                                        example = "A-1-12"))
                @Nullable List<@Nullable String> seats,
        @Nullable BestRequest best,
        @Schema(minLength = PresaleCode.LENGTH_MIN, maxLength = PresaleCode.LENGTH_MAX)
                @Nullable String presaleCode) {

    /** Seats at most in one booking; enough for a family and its neighbours. */
    static final int SEATS_MAX = 10;

    private static final Pattern SEAT_NO = Pattern.compile(HoldSeats.SEAT_NO_FORM);

    /** What the buyer asked for, its form checked; whether such seats exist is not known yet. */
    record Checked(
            ScheduleId scheduleId,
            List<String> seatNos,
            @Nullable BestSeats best,
            @Nullable String presaleCodeHash) {

        /** The same seats in another order are the same request. */
        String hash() {
            return CommandHash.of(
                    Stream.of(
                                    Stream.of(scheduleId.value()),
                                    seatNos.stream().sorted(),
                                    best == null
                                            ? Stream.<String>of()
                                            : BestRequest.parts(best).stream(),
                                    Stream.ofNullable(presaleCodeHash))
                            .flatMap(parts -> parts)
                            .toList());
        }
    }

    /**
     * @throws ApiProblem 400, with the code of what is wrong
     */
    Checked checked() {
        var schedule = checkedSchedule(scheduleId);
        if (best != null && seats != null && !seats.isEmpty()) {
            throw badRequest(
                    "seats-and-best", "Ask for certain seats or for the best, not for both.");
        }
        return new Checked(
                schedule,
                best == null ? checkedSeats(seats) : List.of(),
                best == null ? null : best.checked(),
                codeHash(schedule));
    }

    /** Hashed here, the code itself goes no further: into no history and no log. */
    private @Nullable String codeHash(ScheduleId schedule) {
        if (presaleCode == null || presaleCode.isBlank()) {
            return null;
        }
        try {
            return PresaleCode.hash(schedule, presaleCode);
        } catch (IllegalArgumentException e) {
            throw badRequest(
                    "invalid-presale-code",
                    "A presale code has {0} to {1} letters A to Z, digits or hyphens.",
                    PresaleCode.LENGTH_MIN,
                    PresaleCode.LENGTH_MAX);
        }
    }

    static ScheduleId checkedSchedule(@Nullable String scheduleId) {
        if (scheduleId == null) {
            throw badRequest("schedule-missing", "Say which date: scheduleId.");
        }
        try {
            return new ScheduleId(scheduleId);
        } catch (IllegalArgumentException e) {
            throw badRequest(
                    "invalid-field",
                    "The value at {0} has the wrong type or form. See the documented body.",
                    "scheduleId");
        }
    }

    static List<String> checkedSeats(@Nullable List<@Nullable String> seats) {
        if (seats == null || seats.isEmpty()) {
            throw badRequest(
                    "seats-missing", "Say which seats: seats, 1 to {0}; or best.", SEATS_MAX);
        }
        if (seats.size() > SEATS_MAX) {
            throw badRequest(
                    "too-many-seats",
                    "One booking has at most {0} seats; this one asks for {1}.",
                    SEATS_MAX,
                    seats.size());
        }
        var known = seats.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (known.size() < seats.size()) {
            throw badRequest("duplicate-seats", "Name each seat once.");
        }
        for (var seat : known) {
            if (!SEAT_NO.matcher(seat).matches()) {
                throw badRequest(
                        "invalid-seat", "A seat is named as on the seat map, such as A-1-12.");
            }
        }
        return seats.stream().filter(Objects::nonNull).toList();
    }

    private static ApiProblem badRequest(String code, String detail, Object... facts) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail, facts);
    }
}
