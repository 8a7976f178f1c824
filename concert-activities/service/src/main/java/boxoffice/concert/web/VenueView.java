package boxoffice.concert.web;

import boxoffice.concert.domain.VenueFacts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A venue, as a date of a concert names it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VenueView(
        String venueId, String name, @Nullable String nameEn, String city, ZoneId timeZone) {

    static VenueView of(VenueFacts venue) {
        return new VenueView(
                venue.venueId(), venue.name(), venue.nameEn(), venue.city(), venue.zone());
    }
}
