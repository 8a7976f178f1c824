package boxoffice.queue.web;

import boxoffice.queue.domain.RoomSettings;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of {@code PUT /waiting-rooms/{scheduleId}}, not yet believed.
 *
 * @param cap inside at once, at most
 * @param ratePerSecond let in within one second of the clock, at most
 * @param opensAt an instant; one that has passed opens the room at once
 * @param graceSeconds how long a place is kept after the last sign of life; 300 if left out
 * @param passSeconds how long a pass is good; 600 if left out
 * @param shuffle whether those who came before the opening are shuffled; they are if left out
 */
record RoomRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "100000")
                @Nullable Integer cap,
        @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "10000")
                @Nullable Integer ratePerSecond,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        format = "date-time",
                        example = "2026-12-01T11:00:00Z")
                @Nullable String opensAt,
        @Schema(minimum = "60", maximum = "3600") @Nullable Integer graceSeconds,
        @Schema(minimum = "30", maximum = "3600") @Nullable Integer passSeconds,
        @Nullable Boolean shuffle) {

    /** Beyond it somebody has mistaken the year. */
    private static final Duration AHEAD_MAX = Duration.ofDays(3 * 365);

    /** What is wrong with one member. */
    record FlawView(String at, String detail) {}

    /**
     * @throws ApiProblem 400 room-invalid with all that is wrong
     */
    RoomSettings checked(Instant now) {
        var flaws = new ArrayList<FlawView>();
        var people = number(flaws, "cap", cap, null, 1, RoomSettings.CAP_MAX);
        var rate = number(flaws, "ratePerSecond", ratePerSecond, null, 1, RoomSettings.RATE_MAX);
        var opening = opening(flaws, now);
        var grace =
                seconds(
                        flaws,
                        "graceSeconds",
                        graceSeconds,
                        RoomSettings.GRACE_DEFAULT,
                        RoomSettings.GRACE_MIN,
                        RoomSettings.GRACE_MAX);
        var pass =
                seconds(
                        flaws,
                        "passSeconds",
                        passSeconds,
                        RoomSettings.PASS_DEFAULT,
                        RoomSettings.PASS_MIN,
                        RoomSettings.PASS_MAX);
        if (!flaws.isEmpty()) {
            throw invalid(flaws);
        }
        return new RoomSettings(people, rate, opening, grace, pass, shuffle == null || shuffle);
    }

    private static ApiProblem invalid(List<FlawView> flaws) {
        return new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "room-invalid",
                        "Nothing was changed. Wrong: {0}; the errors say how. Put it right and"
                                + " send it again.",
                        flaws.stream().map(FlawView::at).collect(Collectors.joining(", ")))
                .with(Map.of("errors", List.copyOf(flaws)));
    }

    private static int number(
            List<FlawView> flaws,
            String at,
            @Nullable Integer value,
            @Nullable Integer otherwise,
            int min,
            int max) {
        var number = value == null ? otherwise : value;
        if (number == null || number < min || number > max) {
            flaws.add(
                    new FlawView(
                            at, "%s is a whole number from %d to %d.".formatted(at, min, max)));
            return min;
        }
        return number;
    }

    private static Duration seconds(
            List<FlawView> flaws,
            String at,
            @Nullable Integer value,
            Duration otherwise,
            Duration min,
            Duration max) {
        return Duration.ofSeconds(
                number(
                        flaws,
                        at,
                        value,
                        (int) otherwise.toSeconds(),
                        (int) min.toSeconds(),
                        (int) max.toSeconds()));
    }

    private Instant opening(List<FlawView> flaws, Instant now) {
        try {
            var opening = opensAt == null ? null : Instant.parse(opensAt);
            if (opening != null
                    && opening.isAfter(Instant.EPOCH)
                    && opening.isBefore(now.plus(AHEAD_MAX))) {
                return opening.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException _) {
            // Told below, like a time out of range.
        }
        flaws.add(
                new FlawView(
                        "opensAt",
                        "opensAt is an instant such as 2026-12-01T11:00:00Z, within three years."));
        return now;
    }
}
