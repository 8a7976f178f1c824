package boxoffice.concert.store;

import boxoffice.concert.domain.SalePlan;
import boxoffice.concert.domain.Schedule;
import boxoffice.concert.domain.ScheduleState;
import boxoffice.concert.domain.VenueFacts;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code schedules}, with what its concert and its venue are called. */
record ScheduleRow(
        String scheduleId,
        String concertId,
        String title,
        @Nullable Integer mapVersion,
        LocalDateTime startsAt,
        ScheduleState state,
        LocalDateTime saleOpensAt,
        LocalDateTime saleClosesAt,
        int holdSeconds,
        @Nullable LocalDateTime canceledAt,
        boolean waitingRoom,
        @Nullable Integer buyerSeatsMax,
        String venueId,
        String venueName,
        @Nullable String venueNameEn,
        String city,
        String timeZone) {

    Schedule schedule(List<SalePlan.Presale> presales) {
        return new Schedule(
                new ScheduleId(scheduleId),
                new ConcertId(concertId),
                title,
                new VenueFacts(venueId, venueName, venueNameEn, city, ZoneId.of(timeZone)),
                mapVersion,
                Timestamps.instant(startsAt),
                new SalePlan(
                        state,
                        Timestamps.instant(saleOpensAt),
                        Timestamps.instant(saleClosesAt),
                        Duration.ofSeconds(holdSeconds),
                        Timestamps.instantOrNull(canceledAt),
                        presales),
                waitingRoom,
                buyerSeatsMax);
    }
}
