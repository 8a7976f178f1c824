package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import boxoffice.queue.domain.RoomSettings;
import boxoffice.queue.domain.RoomState;
import boxoffice.queue.domain.WaitingRoom;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All waiting rooms, at most one per schedule, and what was done to them. Whatever is changed locks
 * the room's row, so that it comes before a step of admission or after it, never into the middle.
 */
@Component
public class WaitingRooms {

    static final String COLUMNS =
            """
            schedule_id, created_at, state, cap, rate, opens_at, grace_seconds, pass_seconds,
            shuffle, seed_hash, if(placed_at is null, null, seed) as seed_shown, drawn_at
            """;

    private static final int SEED_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    WaitingRooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a change. */
    public sealed interface Changed {
        /** The room as it is now. */
        record Done(WaitingRoom room, boolean isNew) implements Changed {}

        /** There is no such room. */
        record NoRoom() implements Changed {}

        /** It is closed, for good. */
        record RoomClosed() implements Changed {}

        /** It has opened: neither its opening nor its shuffle can be another any more. */
        record RoomOpened() implements Changed {}

        /** Somebody came already, who must not find that the opening is over. */
        record OpeningPast() implements Changed {}
    }

    @Transactional(readOnly = true)
    public Optional<WaitingRoom> find(ScheduleId schedule) {
        return jdbc.sql("select " + COLUMNS + " from waiting_rooms where schedule_id = ?")
                .param(schedule.value())
                .query(WaitingRooms::room)
                .optional();
    }

    static WaitingRoom room(ResultSet row, int index) throws SQLException {
        var settings =
                new RoomSettings(
                        row.getInt("cap"),
                        row.getInt("rate"),
                        Timestamps.instant(row.getObject("opens_at", LocalDateTime.class)),
                        Duration.ofSeconds(row.getInt("grace_seconds")),
                        Duration.ofSeconds(row.getInt("pass_seconds")),
                        row.getBoolean("shuffle"));
        return new WaitingRoom(
                new ScheduleId(row.getString("schedule_id")),
                Timestamps.instant(row.getObject("created_at", LocalDateTime.class)),
                RoomState.valueOf(row.getString("state")),
                settings,
                row.getString("seed_hash"),
                row.getString("seed_shown"),
                Timestamps.instantOrNull(row.getObject("drawn_at", LocalDateTime.class)));
    }

    /** Makes the room, or gives it other settings. Again: the same. */
    @Transactional
    public Changed set(ScheduleId schedule, RoomSettings settings, String by) {
        var seed = seed();
        var made =
                jdbc.sql(
                                """
                                insert ignore into waiting_rooms
                                    (schedule_id, created_at, cap, rate, opens_at, grace_seconds,
                                     pass_seconds, shuffle, seed, seed_hash, stepped_at,
                                     listening_since, credit_micros)
                                values (:schedule, utc_timestamp(6), :cap, :rate, :opens, :grace,
                                    :pass, :shuffle, :seed, sha2(:seed, 256), utc_timestamp(6),
                                    utc_timestamp(6), :rate * 1000000)
                                """)
                        .param("schedule", schedule.value())
                        .param("cap", settings.cap())
                        .param("rate", settings.ratePerSecond())
                        .param("opens", Timestamps.column(settings.opensAt()))
                        .param("grace", settings.grace().toSeconds())
                        .param("pass", settings.passLife().toSeconds())
                        .param("shuffle", settings.shuffle())
                        .param("seed", seed)
                        .update();
        var room = lock(schedule).orElseThrow();
        if (made == 1) {
            note(schedule, by, "made: " + inWords(settings));
            return new Changed.Done(room, true);
        }
        return changed(room, settings, by);
    }

    private String seed() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Changed changed(WaitingRoom room, RoomSettings settings, String by) {
        if (room.state() == RoomState.CLOSED) {
            return new Changed.RoomClosed();
        }
        if (room.settings().equals(settings)) {
            return new Changed.Done(room, false);
        }
        var opening = settings.opensAt();
        var movesOpening = !opening.equals(room.settings().opensAt());
        var shuffles = settings.shuffle() != room.settings().shuffle();
        if (room.drawnAt() != null && (movesOpening || shuffles)) {
            return new Changed.RoomOpened();
        }
        if (movesOpening && !opening.isAfter(now()) && hasEntries(room.scheduleId())) {
            return new Changed.OpeningPast();
        }
        jdbc.sql(
                        """
                        update waiting_rooms
                        set cap = :cap, rate = :rate, opens_at = :opens, grace_seconds = :grace,
                            pass_seconds = :pass, shuffle = :shuffle,
                            credit_micros = least(credit_micros, :rate * 1000000)
                        where schedule_id = :schedule
                        """)
                .param("schedule", room.scheduleId().value())
                .param("cap", settings.cap())
                .param("rate", settings.ratePerSecond())
                .param("opens", Timestamps.column(opening))
                .param("grace", settings.grace().toSeconds())
                .param("pass", settings.passLife().toSeconds())
                .param("shuffle", settings.shuffle())
                .update();
        note(room.scheduleId(), by, "set: " + inWords(settings));
        return new Changed.Done(lock(room.scheduleId()).orElseThrow(), false);
    }

    private static String inWords(RoomSettings settings) {
        return "cap %d, rate %d, opens %s, grace %d s, pass %d s, %s"
                .formatted(
                        settings.cap(),
                        settings.ratePerSecond(),
                        settings.opensAt(),
                        settings.grace().toSeconds(),
                        settings.passLife().toSeconds(),
                        settings.shuffle() ? "shuffled" : "not shuffled");
    }

    /** Another state; once closed always closed. Again: the same. */
    @Transactional
    public Changed move(ScheduleId schedule, RoomState state, String by) {
        var found = lock(schedule);
        if (found.isEmpty()) {
            return new Changed.NoRoom();
        }
        var room = found.get();
        if (room.state() == state) {
            return new Changed.Done(room, false);
        }
        if (room.state() == RoomState.CLOSED) {
            return new Changed.RoomClosed();
        }
        jdbc.sql("update waiting_rooms set state = ? where schedule_id = ?")
                .params(state.name(), schedule.value())
                .update();
        if (state == RoomState.CLOSED) {
            sendAway(schedule);
        }
        note(schedule, by, room.state() + " to " + state);
        return new Changed.Done(lock(schedule).orElseThrow(), false);
    }

    private void sendAway(ScheduleId schedule) {
        jdbc.sql(
                        """
                        update entries
                        set state = 'EXPIRED', live = null, ended_at = utc_timestamp(6)
                        where schedule_id = ? and state = 'WAITING'
                        """)
                .param(schedule.value())
                .update();
    }

    private Optional<WaitingRoom> lock(ScheduleId schedule) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from waiting_rooms where schedule_id = ? for update")
                .param(schedule.value())
                .query(WaitingRooms::room)
                .optional();
    }

    private boolean hasEntries(ScheduleId schedule) {
        return jdbc.sql("select exists(select 1 from entries where schedule_id = ?)")
                .param(schedule.value())
                .query(Boolean.class)
                .single();
    }

    private Instant now() {
        return Timestamps.instant(
                jdbc.sql("select utc_timestamp(6)").query(LocalDateTime.class).single());
    }

    private void note(ScheduleId schedule, String by, String what) {
        jdbc.sql(
                        """
                        insert into room_changes (schedule_id, changed_at, changed_by, what)
                        values (?, utc_timestamp(6), ?, ?)
                        """)
                .params(schedule.value(), by, what)
                .update();
    }

    /** What was done to a room, by whom and when. */
    public record Change(Instant changedAt, String changedBy, String what) {}

    /** The newest of them first. */
    @Transactional(readOnly = true)
    public List<Change> changes(ScheduleId schedule, int limit) {
        return jdbc.sql(
                        """
                        select changed_at, changed_by, what from room_changes
                        where schedule_id = ? order by change_id desc limit ?
                        """)
                .params(schedule.value(), limit)
                .query((row, index) ->
                        new Change(
                                Timestamps.instant(row.getObject(1, LocalDateTime.class)),
                                row.getString(2),
                                row.getString(3)))
                .list();
    }
}
