package boxoffice.concert.web;

import boxoffice.concert.domain.ConcertOnShow;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of concerts that were looked for.
 *
 * @param next the cursor of the page after this one; left out on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConcertsView(List<FoundView> concerts, @Nullable String next) {

    /**
     * @param dates how many dates it has of those that were looked for
     * @param nextDate the first of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundView(
            ConcertId concertId,
            String title,
            @Nullable String titleEn,
            String performers,
            @Nullable Integer runningMinutes,
            int ageMin,
            @Nullable String posterUrl,
            int dates,
            NextDateView nextDate) {

        static FoundView of(ConcertOnShow found) {
            var concert = found.concert();
            var next = found.next();
            return new FoundView(
                    concert.concertId(),
                    concert.title(),
                    concert.titleEn(),
                    concert.performers(),
                    concert.runningMinutes(),
                    concert.ageMin(),
                    concert.posterUrl(),
                    found.dates(),
                    new NextDateView(
                            next.scheduleId(),
                            next.startsAt(),
                            next.startsAt().atZone(next.venue().zone()).toOffsetDateTime(),
                            VenueView.of(next.venue())));
        }
    }

    /**
     * @param localStartsAt the same moment by the clock of the venue
     */
    record NextDateView(
            ScheduleId scheduleId,
            Instant startsAt,
            OffsetDateTime localStartsAt,
            VenueView venue) {}
}
