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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All uses of passes, one row per booking. Commands write first and look only where the write did
 * not settle it, and they answer with the use as it stands afterwards; a row in a final state is
 * never written again.
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

    private static final String REFUSE =
            """
            insert into pass_uses
                (booking_id, buyer_id, schedule_id, state, refusal, begun_at, ended_at)
            values (:booking, :buyer, :schedule, 'BACK', 'PASS_REQUIRED', :now, :now)
            """;

    /** Inserts the tombstone or moves the taken row, in one step. The state must change last. */
    private static final String GIVE_BACK =
            """
            insert into pass_uses (booking_id, buyer_id, schedule_id, state, begun_at, ended_at)
            values (:booking, :buyer, :schedule, 'BACK', :now, :now)
            on duplicate key update
                ended_at = if(state = 'TAKEN', :now, ended_at),
                state = if(state = 'TAKEN', 'BACK', state)
            """;

    private static final String FINISH =
            """
            update pass_uses
            set state = 'FINISHED', ended_at = :now
            where booking_id = :booking and state = 'TAKEN'
            """;

    /** What both servers count for an insert that met its key and changed the row there. */
    private static final int CHANGED_THE_ROW_IT_MET = 2;

    private static final PassUse TAKEN = new PassUse(PassUseState.TAKEN, null);
    private static final PassUse FINISHED = new PassUse(PassUseState.FINISHED, null);
    private static final PassUse GIVEN_BACK = new PassUse(PassUseState.BACK, null);
    private static final PassUse REFUSED = new PassUse(PassUseState.BACK, Refusal.PASS_REQUIRED);

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
     * has a waiting room the use ends at once, refused: nobody has a pass yet.
     */
    @Transactional
    public PassUse take(BookingId booking, BuyerId buyer, ScheduleId schedule) {
        try {
            if (statement(TAKE_WITHOUT_ROOM, booking, buyer, schedule).update() == 1) {
                return TAKEN;
            }
            statement(REFUSE, booking, buyer, schedule).update();
            return REFUSED;
        } catch (DuplicateKeyException _) {
            return find(booking).orElseThrow();
        }
    }

    /** Ends the use unsold; where there is none yet, leaves its tombstone. */
    @Transactional
    public PassUse giveBack(BookingId booking, BuyerId buyer, ScheduleId schedule) {
        var count = statement(GIVE_BACK, booking, buyer, schedule).update();
        return count == CHANGED_THE_ROW_IT_MET ? GIVEN_BACK : find(booking).orElseThrow();
    }

    /** Ends the use with a sale. Empty where the booking has none. */
    @Transactional
    public Optional<PassUse> finish(BookingId booking) {
        var count =
                jdbc.sql(FINISH)
                        .param("booking", booking.toString())
                        .param("now", Timestamps.now(clock))
                        .update();
        return count == 1 ? Optional.of(FINISHED) : find(booking);
    }

    private StatementSpec statement(
            String sql, BookingId booking, BuyerId buyer, ScheduleId schedule) {
        return jdbc.sql(sql)
                .param("booking", booking.toString())
                .param("buyer", buyer.value())
                .param("schedule", schedule.value())
                .param("now", Timestamps.now(clock));
    }

    private Optional<PassUse> find(BookingId booking) {
        return rows.findById(booking).map(PassUseRow::toUse);
    }
}
