package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import boxoffice.queue.domain.Departures;
import boxoffice.queue.domain.RoomNow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rooms as they are, counted in their rows. */
@Component
public class RoomLooks {

    /** A transaction that said it ended something may need as long until others see it. */
    private static final Duration UNSEEN_MAX = Duration.ofSeconds(15);

    private static final String LOOK =
            "select "
                    + WaitingRooms.COLUMNS
                    + """
                    , numbered, watermark, placed_at is not null as placed,
                    utc_timestamp(6) as now_at,
                    (select count(*) from entries e
                     where e.schedule_id = r.schedule_id and e.state = 'WAITING') as waiting,
                    (select count(*) from entries e
                     where e.schedule_id = r.schedule_id and e.state = 'ADMITTED') as inside,
                    (select count(e.holder) from entries e
                     where e.schedule_id = r.schedule_id and e.state = 'ADMITTED') as holding,
                    (select count(*) from entries e
                     where e.schedule_id = r.schedule_id
                       and e.admitted_at > utc_timestamp(6) - interval 30 second) as lately
                    from waiting_rooms r where schedule_id = :schedule
                    """;

    private static final String DEPARTED =
            """
            select number from entries
            where schedule_id = :schedule and ended_at > :since and number is not null
              and admitted_at is null
            """;

    private static final LocalDateTime EVER = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final JdbcClient jdbc;

    RoomLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rooms that may have something to do: those not closed, or with somebody inside. */
    @Transactional(readOnly = true)
    public List<ScheduleId> alive() {
        return jdbc.sql(
                        """
                        select schedule_id from waiting_rooms r
                        where state <> 'CLOSED' or exists(
                            select 1 from entries e
                            where e.schedule_id = r.schedule_id and e.state = 'ADMITTED')
                        """)
                .query((row, index) -> new ScheduleId(row.getString(1)))
                .list();
    }

    /**
     * The room now.
     *
     * @param before what was seen of it the last time, so that only what left since is read; null
     *     the first time
     */
    @Transactional(readOnly = true)
    public Optional<RoomNow> look(
            ScheduleId schedule, @Nullable RoomNow before, Optional<Integer> freeSeats) {
        return jdbc.sql(LOOK)
                .param("schedule", schedule.value())
                .query((row, index) -> seen(row, before, freeSeats))
                .optional();
    }

    private RoomNow seen(ResultSet row, @Nullable RoomNow before, Optional<Integer> freeSeats)
            throws SQLException {
        var room = WaitingRooms.room(row, 0);
        return new RoomNow(
                room,
                Timestamps.instant(row.getObject("now_at", LocalDateTime.class)),
                row.getLong("numbered"),
                row.getLong("watermark"),
                row.getBoolean("placed"),
                row.getInt("waiting"),
                row.getInt("inside"),
                row.getInt("holding"),
                row.getInt("lately"),
                departures(room.scheduleId(), before),
                freeSeats);
    }

    /** Who left the pool before it had its numbers is found once it has them. */
    private Departures departures(ScheduleId schedule, @Nullable RoomNow before) {
        return before == null || !before.placed()
                ? Departures.NONE.and(departedSince(schedule, EVER))
                : before.departures()
                        .and(
                                departedSince(
                                        schedule,
                                        Timestamps.column(before.asOf().minus(UNSEEN_MAX))));
    }

    /** An entry's place in the line. */
    record Numbered(UUID entryId, long number) {}

    /** Those with a number above this one, the lowest first. */
    @Transactional(readOnly = true)
    List<Numbered> numbersAbove(ScheduleId schedule, long number, int most) {
        return jdbc.sql(
                        """
                        select entry_id, number from entries
                        where schedule_id = ? and number > ? order by number limit ?
                        """)
                .params(schedule.value(), number, most)
                .query((row, index) ->
                        new Numbered(UUID.fromString(row.getString(1)), row.getLong(2)))
                .list();
    }

    private List<Long> departedSince(ScheduleId schedule, LocalDateTime since) {
        return jdbc.sql(DEPARTED)
                .param("schedule", schedule.value())
                .param("since", since)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    /**
     * What a room's staff wants to know beside what it is now.
     *
     * @param leavers who gave up, or was lost, before being let in
     * @param waitMedian of those let in within the last minute, from coming or the opening,
     *     whichever was later; null where nobody was
     * @param waitP95 which 95 of 100 of them did not wait longer than
     */
    public record History(
            int admitted,
            int sold,
            int leavers,
            @Nullable Duration waitMedian,
            @Nullable Duration waitP95) {}

    @Transactional(readOnly = true)
    public History history(ScheduleId schedule, Instant opensAt) {
        var waits =
                jdbc.sql(
                                """
                                select timestampdiff(microsecond,
                                    greatest(joined_at, :opens), admitted_at)
                                from entries
                                where schedule_id = :schedule
                                  and admitted_at > utc_timestamp(6) - interval 1 minute
                                order by 1
                                """)
                        .param("schedule", schedule.value())
                        .param("opens", Timestamps.column(opensAt))
                        .query((row, index) -> row.getLong(1))
                        .list();
        return jdbc.sql(
                        """
                        select count(admitted_at), sum(state = 'USED'),
                            sum(admitted_at is null and state in ('LEFT', 'EXPIRED'))
                        from entries where schedule_id = :schedule
                        """)
                .param("schedule", schedule.value())
                .query((row, index) ->
                        new History(
                                row.getInt(1),
                                row.getInt(2),
                                row.getInt(3),
                                quantile(waits, 0.5),
                                quantile(waits, 0.95)))
                .single();
    }

    private static @Nullable Duration quantile(List<Long> sorted, double part) {
        return sorted.isEmpty()
                ? null
                : Duration.of(
                        sorted.get((int) Math.floor((sorted.size() - 1) * part)),
                        ChronoUnit.MICROS);
    }
}
