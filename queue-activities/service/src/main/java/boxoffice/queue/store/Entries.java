package boxoffice.queue.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import boxoffice.queue.domain.Entry;
import boxoffice.queue.domain.EntryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of all entries, as their buyers move them: they come and they go. A room's steps alone
 * give numbers and let in.
 */
@Component
public class Entries {

    private static final String COLUMNS =
            """
            entry_id, schedule_id, buyer_id, state, number, joined_at, admitted_at,
            pass_expires_at, holder
            """;

    /** Nobody comes into a room that is not there or takes nobody more. */
    private static final String JOIN =
            """
            insert into entries
                (entry_id, schedule_id, buyer_id, state, live, joined_at, last_seen_at)
            select :entry, schedule_id, :buyer, 'WAITING', 1, utc_timestamp(6), utc_timestamp(6)
            from waiting_rooms where schedule_id = :schedule and state in ('OPEN', 'PAUSED')
            """;

    private static final String LEAVE =
            """
            update entries set state = 'LEFT', live = null, ended_at = utc_timestamp(6)
            where entry_id = :entry and schedule_id = :schedule and buyer_id = :buyer
              and state in ('WAITING', 'ADMITTED') and holder is null
            """;

    private static final String SEE =
            """
            update entries set last_seen_at = utc_timestamp(6)
            where entry_id in (:entries) and state = 'WAITING'
            """;

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The buyer's entry, and whether it was made just now. */
    public record Joined(Entry entry, boolean isNew) {}

    /**
     * Puts the buyer into the room, at the end; who is there already stays there. Empty where the
     * room takes nobody, or is not there.
     */
    @Transactional
    public Optional<Joined> join(ScheduleId schedule, BuyerId buyer) {
        var entry = UUID.randomUUID();
        try {
            var made =
                    jdbc.sql(JOIN)
                            .param("entry", entry.toString())
                            .param("schedule", schedule.value())
                            .param("buyer", buyer.value())
                            .update();
            return made == 0 ? Optional.empty() : Optional.of(joined(entry, schedule, buyer));
        } catch (DuplicateKeyException _) {
            // The buyer is in the room already, or another tab was faster.
            return live(schedule, buyer).map(found -> new Joined(found, false));
        }
    }

    /** As it stands in the row, but for a clock's difference; nobody is shown the time. */
    private static Joined joined(UUID entry, ScheduleId schedule, BuyerId buyer) {
        return new Joined(
                new Entry(
                        entry,
                        schedule,
                        buyer,
                        EntryState.WAITING,
                        null,
                        Instant.now(),
                        null,
                        null,
                        null),
                true);
    }

    private Optional<Entry> live(ScheduleId schedule, BuyerId buyer) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from entries"
                                + " where schedule_id = ? and buyer_id = ? and live = 1")
                .params(schedule.value(), buyer.value())
                .query(Entries::entry)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Entry> find(UUID entry) {
        return jdbc.sql("select " + COLUMNS + " from entries where entry_id = ?")
                .param(entry.toString())
                .query(Entries::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var holder = row.getString("holder");
        return new Entry(
                UUID.fromString(row.getString("entry_id")),
                new ScheduleId(row.getString("schedule_id")),
                new BuyerId(row.getString("buyer_id")),
                EntryState.valueOf(row.getString("state")),
                row.getObject("number", Long.class),
                Timestamps.instant(row.getObject("joined_at", LocalDateTime.class)),
                Timestamps.instantOrNull(row.getObject("admitted_at", LocalDateTime.class)),
                Timestamps.instantOrNull(row.getObject("pass_expires_at", LocalDateTime.class)),
                holder == null ? null : BookingId.of(holder));
    }

    /** Gives the place or the pass up; false where a booking has the pass, or it is all over. */
    @Transactional
    public boolean leave(ScheduleId schedule, UUID entry, BuyerId buyer) {
        return jdbc.sql(LEAVE)
                        .param("entry", entry.toString())
                        .param("schedule", schedule.value())
                        .param("buyer", buyer.value())
                        .update()
                == 1;
    }

    /** Notes that these were heard of. */
    @Transactional
    public void see(Collection<UUID> entries) {
        jdbc.sql(SEE)
                .param("entries", entries.stream().map(UUID::toString).sorted().toList())
                .update();
    }

    /**
     * What the draw made of the pool: SHA-256 of each entry's id, in the order of the numbers.
     * Whoever left the pool after it was closed stands in it too.
     */
    @Transactional(readOnly = true)
    public List<String> drawn(ScheduleId schedule) {
        return jdbc.sql(
                        """
                        select sha2(entry_id, 256) from entries
                        where schedule_id = ? and pooled = 1 order by number
                        """)
                .param(schedule.value())
                .query((row, index) -> row.getString(1))
                .list();
    }
}
