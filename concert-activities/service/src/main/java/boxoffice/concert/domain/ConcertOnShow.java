package boxoffice.concert.domain;

import boxoffice.kernel.ScheduleId;
import java.time.Instant;

/**
 * A concert that a search found, with the first of the dates that were asked for.
 *
 * @param dates how many of them there are
 */
public record ConcertOnShow(Concert concert, NextDate next, int dates) {

    /** The date to name first. */
    public record NextDate(ScheduleId scheduleId, Instant startsAt, VenueFacts venue) {}
}
