package boxoffice.concert.web;

import boxoffice.concert.domain.Schedule;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One date.
 *
 * @param saleClosesAt the first instant at which no seat can be held any more
 * @param holdSeconds how long a buyer has to pay
 * @param canceledAt when the promoter canceled it; left out while it stands
 * @param freeSeats when it was read
 */
record ScheduleView(
        ScheduleId scheduleId,
        ConcertId concertId,
        String concertTitle,
        VenueView venue,
        Instant startsAt,
        Instant saleOpensAt,
        Instant saleClosesAt,
        long holdSeconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant canceledAt,
        int seats,
        int freeSeats) {

    record VenueView(String venueId, String name) {}

    static ScheduleView of(Schedule schedule) {
        return new ScheduleView(
                schedule.scheduleId(),
                schedule.concertId(),
                schedule.concertTitle(),
                new VenueView(schedule.venueId(), schedule.venueName()),
                schedule.startsAt(),
                schedule.terms().opensAt(),
                schedule.terms().closesAt(),
                schedule.terms().holdDuration().toSeconds(),
                schedule.terms().canceledAt(),
                schedule.seats(),
                schedule.freeSeats());
    }
}
