package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;

/**
 * One date of a concert, as a reader sees it.
 *
 * @param freeSeats counted when it was read; old as soon as it is known
 */
public record Schedule(
        ScheduleId scheduleId,
        ConcertId concertId,
        String concertTitle,
        String venueId,
        String venueName,
        Instant startsAt,
        SaleTerms terms,
        int seats,
        int freeSeats) {}
