package boxoffice.concert.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A venue as a reader is told of it. */
public record VenueFacts(
        String venueId, String name, @Nullable String nameEn, String city, ZoneId zone) {}
