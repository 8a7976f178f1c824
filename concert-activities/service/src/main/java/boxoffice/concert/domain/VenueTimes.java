package boxoffice.concert.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times as promoters write them: an instant ({@code 2026-12-24T10:30:00Z}, or with another offset),
 * or the clock on the venue's wall ({@code 2026-12-24T19:30}). Instants are what is kept.
 *
 * @param now what is past, and what is too far off
 */
public record VenueTimes(ZoneId zone, Instant now, Flaws flaws) {

    /** Nobody sells a concert that is further off. */
    private static final Duration AHEAD_MAX = Duration.ofDays(3_653);

    /** A time that must be there; {@link Instant#EPOCH} beside its flaw. */
    public Instant read(String at, @Nullable String text) {
        if (text == null || text.isBlank()) {
            flaws.add(at, "value-missing", "Give " + at + ", such as 2026-12-24T19:30.");
            return Instant.EPOCH;
        }
        try {
            var instant = instant(at, text.strip());
            if (Duration.between(now, instant).abs().compareTo(AHEAD_MAX) > 0) {
                flaws.add(at, "time-too-far", at + " is more than ten years from now.");
            }
            return instant.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException | ArithmeticException e) {
            flaws.add(
                    at,
                    "time-invalid",
                    at
                            + " is a time such as 2026-12-24T19:30 on the venue's clock, or an"
                            + " instant such as 2026-12-24T10:30:00Z.");
            return Instant.EPOCH;
        }
    }

    /** The same where it may be left out, which is null. */
    public @Nullable Instant readOptional(String at, @Nullable String text) {
        return text == null ? null : read(at, text);
    }

    private Instant instant(String at, String text) {
        if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        var local = LocalDateTime.parse(text);
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            flaws.add(
                    at,
                    "time-ambiguous",
                    "The clocks in " + zone + " change then. Give an instant, with its offset.");
            return local.atZone(zone).toInstant();
        }
        return local.toInstant(offsets.getFirst());
    }
}
