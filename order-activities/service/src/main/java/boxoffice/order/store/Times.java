package boxoffice.order.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Times as the columns keep them: UTC, to the microsecond. Written out here, because the driver and
 * the row mapping would otherwise take the process's own time zone.
 */
final class Times {
    private Times() {}

    static LocalDateTime now(Clock clock) {
        return column(clock.instant());
    }

    static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
