package boxoffice.queue.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import boxoffice.queue.domain.PassUse;
import boxoffice.queue.domain.PassUse.Refusal;
import boxoffice.queue.domain.PassUseState;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All uses of passes, one row per booking. Commands write first and look only where the write did
 * not settle it, and they answer with the use as it stands afterwards; a row in a final state is
 * never written again. The pass itself is its entry, whose {@code holder} is the one booking that
 * has it; both rows move in one transaction.
 */
@Component
public class PassUses {

    /** Asks and writes in one step: no row where the schedule has a waiting room. */
    private static final String TAKE_WITHOUT_ROOM =
            """
            insert into pass_uses (booking_id, buyer_id, schedule_id, state, begun_at)
            select :booking, :buyer, :schedule, 'TAKEN', :now
            from dual
            where not exists (select 1 from waiting_rooms where schedule_id = :schedule)
            """;

    private static final String TAKE =
            """
            insert into pass_uses (booking_id, buyer_id, schedule_id, state, entry_id, begun_at)
            values (:booking, :buyer, :schedule, 'TAKEN', :entry, :now)
            """;

    /** The pass has one holder, and by the database's clock alone it is good or not. */
    private static final String HOLD =
            """
            update entries set holder = :booking
            where entry_id = :entry and buyer_id = :buyer and schedule_id = :schedule
              and state = 'ADMITTED' and holder is null and pass_expires_at > utc_timestamp(6)
            """;

    private static final String REFUSE =
            """
            insert into pass_uses
                (booking_id, buyer_id, schedule_id, state, refusal, begun_at, ended_at)
            values (:booking, :buyer, :schedule, 'BACK', 'PASS_REQUIRED', :now, :now)
            """;

    private static final String TURN_AWAY =
            """
            update pass_uses
            set state = 'BACK', entry_id = null, refusal = :refusal, blocked_by = :blockedBy,
                ended_at = :now
            where booking_id = :booking and state = 'TAKEN'
            """;

    /** The use and, where it has one, the pass, which is good again as long as it lasts. */
    private static final String GIVE_BACK =
            """
            update pass_uses u
            left join entries e on e.entry_id = u.entry_id and e.holder = u.booking_id
            set u.state = 'BACK', u.ended_at = :now, e.holder = null
            where u.booking_id = :booking and u.state = 'TAKEN'
            """;

    private static final String TOMBSTONE =
            """
            insert into pass_uses (booking_id, buyer_id, schedule_id, state, begun_at, ended_at)
            values (:booking, :buyer, :schedule, 'BACK', :now, :now)
            """;

    /** The sale ends the pass and frees its slot. */
    private static final String FINISH =
            """
            update pass_uses u
            left join entries e on e.entry_id = u.entry_id and e.holder = u.booking_id
            set u.state = 'FINISHED', u.ended_at = :now,
                e.state = 'USED', e.live = null, e.ended_at = utc_timestamp(6)
            where u.booking_id = :booking and u.state = 'TAKEN'
            """;

    private static final PassUse FREE = new PassUse(PassUseState.TAKEN, false, null, null);
    private static final PassUse TAKEN = new PassUse(PassUseState.TAKEN, true, null, null);
    private static final PassUse FINISHED = new PassUse(PassUseState.FINISHED, false, null, null);
    private static final PassUse GIVEN_BACK = new PassUse(PassUseState.BACK, false, null, null);
    private static final PassUse REFUSED =
            new PassUse(PassUseState.BACK, false, Refusal.PASS_REQUIRED, null);

    private final JdbcClient jdbc;
    private final PassUseRows rows;
    private final Clock clock;

    PassUses(JdbcClient jdbc, PassUseRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Begins the booking's use, unless it has one: then that one stays as it is. Where the schedule
     * has a waiting room and the buyer no pass that is good and free, the use ends at once.
     *
     * @param pass the entry that the pass shown is of; null where none was shown
     */
    @Transactional
    public PassUse take(
            BookingId booking, BuyerId buyer, ScheduleId schedule, @Nullable UUID pass) {
        try {
            return pass == null
                    ? takeWithout(booking, buyer, schedule)
                    : takeWith(booking, buyer, schedule, pass.toString());
        } catch (DuplicateKeyException _) {
            return find(booking).orElseThrow();
        }
    }

    private PassUse takeWithout(BookingId booking, BuyerId buyer, ScheduleId schedule) {
        if (statement(TAKE_WITHOUT_ROOM, booking, buyer, schedule).update() == 1) {
            return FREE;
        }
        statement(REFUSE, booking, buyer, schedule).update();
        return REFUSED;
    }

    private PassUse takeWith(BookingId booking, BuyerId buyer, ScheduleId schedule, String entry) {
        statement(TAKE, booking, buyer, schedule).param("entry", entry).update();
        var held =
                jdbc.sql(HOLD)
                        .param("booking", booking.toString())
                        .param("entry", entry)
                        .param("buyer", buyer.value())
                        .param("schedule", schedule.value())
                        .update();
        return held == 1 ? TAKEN : withoutThatPass(booking, buyer, schedule, entry);
    }

    private record WhyNot(String state, @Nullable BookingId holder) {}

    private PassUse withoutThatPass(
            BookingId booking, BuyerId buyer, ScheduleId schedule, String entry) {
        var found =
                jdbc.sql(
                                """
                                select state, holder from entries
                                where entry_id = ? and buyer_id = ? and schedule_id = ?
                                """)
                        .params(entry, buyer.value(), schedule.value())
                        .query((row, index) ->
                                new WhyNot(row.getString(1), holder(row.getString(2))))
                        .optional();
        if (found.isEmpty() && !hasRoom(schedule)) {
            jdbc.sql("update pass_uses set entry_id = null where booking_id = ?")
                    .param(booking.toString())
                    .update();
            return FREE;
        }
        var refusal = found.map(PassUses::refusal).orElse(Refusal.PASS_REQUIRED);
        var blockedBy =
                refusal == Refusal.PASS_IN_USE ? found.map(WhyNot::holder).orElse(null) : null;
        jdbc.sql(TURN_AWAY)
                .param("booking", booking.toString())
                .param("refusal", refusal.name())
                .param("blockedBy", blockedBy == null ? null : blockedBy.toString())
                .param("now", Timestamps.now(clock))
                .update();
        return new PassUse(PassUseState.BACK, false, refusal, blockedBy);
    }

    private static @Nullable BookingId holder(@Nullable String id) {
        return id == null ? null : BookingId.of(id);
    }

    private static Refusal refusal(WhyNot why) {
        return switch (why.state()) {
            case "USED" -> Refusal.PASS_USED;
            case "ADMITTED" -> why.holder() == null ? Refusal.PASS_EXPIRED : Refusal.PASS_IN_USE;
            case "EXPIRED" -> Refusal.PASS_EXPIRED;
            default -> Refusal.PASS_REQUIRED;
        };
    }

    private boolean hasRoom(ScheduleId schedule) {
        return jdbc.sql("select exists(select 1 from waiting_rooms where schedule_id = ?)")
                .param(schedule.value())
                .query(Boolean.class)
                .single();
    }

    /** Ends the use unsold; where there is none yet, leaves its tombstone. */
    @Transactional
    public PassUse giveBack(BookingId booking, BuyerId buyer, ScheduleId schedule) {
        if (statement(GIVE_BACK, booking).update() > 0) {
            return GIVEN_BACK;
        }
        try {
            statement(TOMBSTONE, booking, buyer, schedule).update();
            return GIVEN_BACK;
        } catch (DuplicateKeyException _) {
            return statement(GIVE_BACK, booking).update() > 0
                    ? GIVEN_BACK
                    : find(booking).orElseThrow();
        }
    }

    /** Ends the use with a sale. Empty where the booking has none. */
    @Transactional
    public Optional<PassUse> finish(BookingId booking) {
        return statement(FINISH, booking).update() > 0 ? Optional.of(FINISHED) : find(booking);
    }

    private StatementSpec statement(String sql, BookingId booking) {
        return jdbc.sql(sql)
                .param("booking", booking.toString())
                .param("now", Timestamps.now(clock));
    }

    private StatementSpec statement(
            String sql, BookingId booking, BuyerId buyer, ScheduleId schedule) {
        return statement(sql, booking)
                .param("buyer", buyer.value())
                .param("schedule", schedule.value());
    }

    private Optional<PassUse> find(BookingId booking) {
        return rows.findById(booking).map(PassUseRow::toUse);
    }
}
