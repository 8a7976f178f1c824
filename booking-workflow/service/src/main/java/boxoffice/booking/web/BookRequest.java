package boxoffice.booking.web;

import boxoffice.concert.contract.HoldSeats;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.ApiProblem;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The body of {@code POST /bookings}, not yet believed. */
record BookRequest(@Nullable String scheduleId, @Nullable List<@Nullable String> seats) {

    /** Seats at most in one booking; enough for a family and its neighbours. */
    static final int SEATS_MAX = 10;

    private static final Pattern SEAT_NO = Pattern.compile(HoldSeats.SEAT_NO_FORM);

    /** What the buyer asked for, its form checked; whether such seats exist is not known yet. */
    record Checked(ScheduleId scheduleId, List<String> seatNos) {

        /** The same seats in another order are the same request. */
        String hash() {
            return CommandHash.of(
                    Stream.concat(Stream.of(scheduleId.value()), seatNos.stream().sorted())
                            .toList());
        }
    }

    /**
     * @throws ApiProblem 400, with the code of what is wrong
     */
    Checked checked() {
        return new Checked(checkedSchedule(), checkedSeats());
    }

    private ScheduleId checkedSchedule() {
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

    private List<String> checkedSeats() {
        if (seats == null || seats.isEmpty()) {
            throw badRequest("seats-missing", "Say which seats: seats, 1 to {0}.", SEATS_MAX);
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
