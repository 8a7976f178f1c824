package boxoffice.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as they stand in {@code datetime(6)} columns: UTC, whole microseconds. A local date-time
 * is what the driver passes on as it is; of an instant it would make the process's own time zone.
 */
public final class Timestamps {
    private Timestamps() {}

    public static LocalDateTime now(Clock clock) {
        return column(clock.instant());
    }

    /** Cut to microseconds: the server would round, and might round up past a deadline. */
    public static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    public static @Nullable LocalDateTime columnOrNull(@Nullable Instant instant) {
        return instant == null ? null : column(instant);
    }

    public static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }

    public static @Nullable Instant instantOrNull(@Nullable LocalDateTime column) {
        return column == null ? null : instant(column);
    }
}
