package boxoffice.payment.store;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as the columns keep them: UTC, to the microsecond. */
final class Timestamps {
    private Timestamps() {}

    static LocalDateTime now(Clock clock) {
        return LocalDateTime.ofInstant(
                clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
