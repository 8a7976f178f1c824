package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One date of a concert, as a reader sees it; its seats are counted apart from it.
 *
 * @param mapVersion the version of the venue's map that its seats were made from; null where there
 *     was no map
 * @param waitingRoom whether seats are held with a pass of the waiting room only
 * @param buyerSeatsMax seats that one buyer may have of this date; null is no limit
 */
public record Schedule(
        ScheduleId scheduleId,
        ConcertId concertId,
        String concertTitle,
        VenueFacts venue,
        @Nullable Integer mapVersion,
        Instant startsAt,
        SalePlan sale,
        boolean waitingRoom,
        @Nullable Integer buyerSeatsMax) {}
