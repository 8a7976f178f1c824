package boxoffice.concert.web;

import boxoffice.concert.domain.Schedule;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;

/**
 * One date.
 *
 * @param saleClosesAt the first instant at which no seat can be held any more
 * @param holdSeconds how long a buyer has to pay
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
                schedule.seats(),
                schedule.freeSeats());
    }
}
