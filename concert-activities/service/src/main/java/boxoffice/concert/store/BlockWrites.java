package boxoffice.concert.store;

import boxoffice.concert.domain.KeptSeat;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.SeatState;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The back office's guarded writes on {@code seats}. Whoever changes several locks them first, in
 * the order in which holds lock them: so it can be told which seat stood in the way, and none gets
 * into it meanwhile.
 */
@Component
class BlockWrites {

    private final JdbcClient jdbc;

    BlockWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the seats, after their schedule as holds do, and tells how they are. */
    List<KeptSeat> lock(ScheduleId scheduleId, SeatNos seats) {
        share(scheduleId);
        return jdbc.sql(
                        """
                        select seat_no, state, block_id from seats
                        where schedule_id = :scheduleId and seat_no in (:seatNos)
                        order by seat_no
                        for update
                        """)
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .query(BlockWrites::seat)
                .list();
    }

    /** The same for all seats of a grade. */
    List<KeptSeat> lock(ScheduleId scheduleId, String grade) {
        share(scheduleId);
        return jdbc.sql(
                        """
                        select seat_no, state, block_id from seats
                        where schedule_id = :scheduleId and grade = :grade
                        order by seat_no
                        for update
                        """)
                .param("scheduleId", scheduleId.value())
                .param("grade", grade)
                .query(BlockWrites::seat)
                .list();
    }

    private void share(ScheduleId scheduleId) {
        jdbc.sql(
                        """
                        select schedule_id from schedules where schedule_id = :scheduleId
                        lock in share mode
                        """)
                .param("scheduleId", scheduleId.value())
                .query(String.class)
                .optional();
    }

    private static KeptSeat seat(ResultSet row, int number) throws SQLException {
        var blockId = row.getString("block_id");
        return new KeptSeat(
                row.getString("seat_no"),
                SeatState.valueOf(row.getString("state")),
                blockId == null ? null : UUID.fromString(blockId));
    }

    int block(UUID blockId, ScheduleId scheduleId, SeatNos seats) {
        return jdbc.sql(
                        """
                        update seats
                        set state = 'BLOCKED', block_id = :blockId
                        where schedule_id = :scheduleId
                          and seat_no in (:seatNos)
                          and state = 'FREE'
                        order by seat_no
                        """)
                .param("blockId", blockId.toString())
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .update();
    }

    int unblock(ScheduleId scheduleId, SeatNos seats) {
        return jdbc.sql(
                        """
                        update seats
                        set state = 'FREE', block_id = null
                        where schedule_id = :scheduleId
                          and seat_no in (:seatNos)
                          and state = 'BLOCKED'
                        order by seat_no
                        """)
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .update();
    }

    /**
     * Frees the seats that the block keeps back. Those given away stay so, and belong to no block
     * from then on: if the gift is undone, there is none that they could go back to. The state is
     * set first: the servers assign from left to right.
     */
    void release(UUID blockId, ScheduleId scheduleId) {
        jdbc.sql(
                        """
                        update seats
                        set state = case when state = 'BLOCKED' then 'FREE' else state end,
                            block_id = null
                        where schedule_id = :scheduleId and block_id = :blockId
                        order by seat_no
                        """)
                .param("blockId", blockId.toString())
                .param("scheduleId", scheduleId.value())
                .update();
    }

    /**
     * Frees the block's seats among these and blocks the free ones, in one go through them. The
     * state is set first, and the block by what it is then.
     */
    int swap(UUID blockId, ScheduleId scheduleId, SeatNos seats) {
        return jdbc.sql(
                        """
                        update seats
                        set state = case when state = 'FREE' then 'BLOCKED' else 'FREE' end,
                            block_id = case when state = 'FREE' then null else :blockId end
                        where schedule_id = :scheduleId
                          and seat_no in (:seatNos)
                          and (state = 'FREE' or state = 'BLOCKED' and block_id = :blockId)
                        order by seat_no
                        """)
                .param("blockId", blockId.toString())
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .update();
    }

    /** Prices those of the seats that nobody has, in the currency that they have. */
    int price(ScheduleId scheduleId, List<String> seatNos, Money price) {
        return jdbc.sql(
                        """
                        update seats
                        set price_amount = :amount
                        where schedule_id = :scheduleId
                          and seat_no in (:seatNos)
                          and state in ('FREE', 'BLOCKED')
                          and price_currency = :currency
                        order by seat_no
                        """)
                .param("amount", price.amount())
                .param("currency", price.currency())
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seatNos)
                .update();
    }
}
