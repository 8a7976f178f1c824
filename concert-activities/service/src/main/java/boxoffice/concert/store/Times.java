package boxoffice.concert.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as they stand in {@code datetime(6)} columns: UTC, whole microseconds. A local date-time
 * is what the driver passes on as it is, whatever time zone the process has.
 */
final class Times {
    private Times() {}

    /** Cut to microseconds: the server would round, and might round up past a deadline. */
    static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static @Nullable Instant instantOrNull(@Nullable LocalDateTime column) {
        return column == null ? null : instant(column);
    }

    static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
