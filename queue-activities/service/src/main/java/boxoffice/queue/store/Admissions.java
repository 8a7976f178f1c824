package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The step by which a room goes on: one transaction under the lock of the room's row, which moves
 * the watermark and what it stands for together. Every instance may step at any time; a room that
 * another instance has in hand is passed over, so that they neither wait for each other nor let in
 * twice. All time is the database's, so that no instance's clock counts.
 */
@Component
public class Admissions {

    /** Numbers given in one step: what keeps a step short when a hundred thousand come at once. */
    private static final int NUMBERS_MAX = 5_000;

    private static final String LOCK =
            """
            select state, cap, rate, opens_at, grace_seconds, pass_seconds, shuffle, seed, drawn_at,
                placed_at, numbered, watermark, credit_micros, stepped_at, listening_since,
                utc_timestamp(6) as now_at
            from waiting_rooms where schedule_id = :schedule for update skip locked
            """;

    private static final String EXPIRE_PASSES =
            """
            update entries set state = 'EXPIRED', live = null, ended_at = :now
            where schedule_id = :schedule and state = 'ADMITTED' and holder is null
              and pass_expires_at <= :now
            """;

    private static final String EXPIRE_PLACES =
            """
            update entries set state = 'EXPIRED', live = null, ended_at = :now
            where schedule_id = :schedule and state = 'WAITING' and last_seen_at <= :lost
            """;

    private static final String LOOK =
            """
            select
                (select count(*) from entries
                 where schedule_id = :schedule and state = 'ADMITTED') as inside,
                (select count(*) from entries
                 where schedule_id = :schedule and admitted_at >= :second) as just_admitted,
                exists(select 1 from entries
                 where schedule_id = :schedule and number is null
                   and (live = 1 or pooled = 1)) as without_number,
                utc_timestamp(6) as now_at
            """;

    /** Who is in the pool now; whoever comes later stands behind it. */
    private static final String CLOSE_POOL =
            """
            update entries set pooled = 1
            where schedule_id = :schedule and number is null and live = 1
            """;

    /** By what the seed makes of each entry's hash: see the draw in the API. */
    private static final String NUMBER_POOL =
            """
            update entries e join (
                select entry_id, row_number() over (order by draw) as place from (
                    select entry_id, sha2(concat(:seed, ':', sha2(entry_id, 256)), 256) as draw
                    from entries
                    where schedule_id = :schedule and number is null and pooled = 1
                    order by draw limit :most) drawn) line
              on line.entry_id = e.entry_id
            set e.number = :numbered + line.place
            """;

    private static final String NUMBER_ARRIVALS =
            """
            update entries e join (
                select entry_id, row_number() over (order by arrival) as place from (
                    select entry_id, arrival from entries
                    where schedule_id = :schedule and number is null and live = 1
                    order by arrival limit :most) come) line
              on line.entry_id = e.entry_id
            set e.number = :numbered + line.place
            """;

    private static final String ADMIT =
            """
            update entries
            set state = 'ADMITTED', admitted_at = :now, pass_expires_at = :expires
            where schedule_id = :schedule and number > :watermark and state = 'WAITING'
            order by number limit :most
            """;

    private static final String LAST_ADMITTED =
            """
            select max(number) from entries where schedule_id = :schedule and admitted_at = :now
            """;

    private static final String SAVE =
            """
            update waiting_rooms
            set drawn_at = :drawn, placed_at = :placed, numbered = :numbered,
                watermark = :watermark, credit_micros = :credit, stepped_at = :now,
                listening_since = :listening
            where schedule_id = :schedule
            """;

    private final JdbcClient jdbc;

    Admissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a step came to. */
    public record Step(int numbered, int admitted) {}

    /**
     * Goes on: ends what is over, closes the pool when it is time, gives numbers, lets in.
     *
     * @param hasSeats whether there is anything to come in for
     * @return empty where there is no such room, or another has it in hand
     */
    @Transactional
    public Optional<Step> step(ScheduleId schedule, boolean hasSeats) {
        var found =
                jdbc.sql(LOCK)
                        .param("schedule", schedule.value())
                        .query((row, index) -> new SteppedRoom(schedule, row))
                        .optional();
        return found.map(room -> step(room, hasSeats));
    }

    private Step step(SteppedRoom room, boolean hasSeats) {
        room.earn();
        expire(room);
        if (room.drawnAt == null && room.isOpen()) {
            closePool(room);
        }
        var look = look(room);
        var isDue = room.placedAt == null || look.withoutNumber;
        var numbered = room.drawnAt != null && isDue ? giveNumbers(room) : 0;
        var admitted = room.letsIn() && hasSeats ? admit(room, look) : 0;
        save(room);
        return new Step(numbered, admitted);
    }

    /** Once a second: a booking looks at its pass's time itself. */
    private void expire(SteppedRoom room) {
        if (!room.beginsASecond()) {
            return;
        }
        statement(EXPIRE_PASSES, room).param("now", column(room.now)).update();
        var lost = room.now.minus(room.grace);
        // Who could not be heard must not lose the place for it.
        if (!room.listeningSince.isAfter(lost)) {
            statement(EXPIRE_PLACES, room)
                    .param("now", column(room.now))
                    .param("lost", column(lost))
                    .update();
        }
    }

    private void closePool(SteppedRoom room) {
        room.drawnAt = room.now;
        if (room.shuffle) {
            statement(CLOSE_POOL, room).update();
        } else {
            room.placedAt = room.now;
        }
    }

    /**
     * @param now of the count: whoever is no longer counted has ended before, and who is let in by
     *     it comes after
     */
    private record Look(int inside, int justAdmitted, boolean withoutNumber, Instant now) {}

    private Look look(SteppedRoom room) {
        return statement(LOOK, room)
                .param("second", column(room.now.truncatedTo(ChronoUnit.SECONDS)))
                .query((row, index) ->
                        new Look(
                                row.getInt(1),
                                row.getInt(2),
                                row.getBoolean(3),
                                Timestamps.instant(row.getObject(4, LocalDateTime.class))))
                .single();
    }

    /** The pool first, all of it; then those who came later. */
    private int giveNumbers(SteppedRoom room) {
        var given = 0;
        if (room.placedAt == null) {
            given = numbers(room, statement(NUMBER_POOL, room).param("seed", room.seed));
            if (given < NUMBERS_MAX) {
                room.placedAt = room.now;
            }
        }
        if (room.placedAt != null) {
            given += numbers(room, statement(NUMBER_ARRIVALS, room));
        }
        return given;
    }

    private static int numbers(SteppedRoom room, StatementSpec statement) {
        var given = statement.param("numbered", room.numbered).param("most", NUMBERS_MAX).update();
        room.numbered += given;
        return given;
    }

    private int admit(SteppedRoom room, Look look) {
        var most =
                Math.min(
                        Math.min(room.cap - look.inside, room.rate - look.justAdmitted),
                        (int) (room.creditMicros / SteppedRoom.MICROS));
        if (most <= 0 || room.watermark >= room.numbered) {
            return 0;
        }
        var admitted =
                statement(ADMIT, room)
                        .param("now", column(look.now))
                        .param("expires", column(look.now.plus(room.passLife)))
                        .param("watermark", room.watermark)
                        .param("most", most)
                        .update();
        // Where fewer came in than might have, all others up to the last number have left.
        room.watermark = admitted < most ? room.numbered : lastAdmitted(room, look.now);
        room.creditMicros -= admitted * SteppedRoom.MICROS;
        return admitted;
    }

    private long lastAdmitted(SteppedRoom room, Instant now) {
        return statement(LAST_ADMITTED, room).param("now", column(now)).query(Long.class).single();
    }

    private void save(SteppedRoom room) {
        statement(SAVE, room)
                .param("drawn", Timestamps.columnOrNull(room.drawnAt))
                .param("placed", Timestamps.columnOrNull(room.placedAt))
                .param("numbered", room.numbered)
                .param("watermark", room.watermark)
                .param("credit", room.creditMicros)
                .param("now", column(room.now))
                .param("listening", column(room.listeningSince))
                .update();
    }

    private StatementSpec statement(String sql, SteppedRoom room) {
        return jdbc.sql(sql).param("schedule", room.schedule.value());
    }

    private static LocalDateTime column(Instant instant) {
        return Timestamps.column(instant);
    }
}
