package boxoffice.concert.domain;

import boxoffice.kernel.PromoterId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A house as its promoter set it up.
 *
 * @param mapVersion of the newest map; 0 where there is none
 * @param seats of that map
 */
public record Venue(
        String venueId,
        String name,
        @Nullable String nameEn,
        String city,
        ZoneId zone,
        PromoterId promoterId,
        int mapVersion,
        int seats) {}
