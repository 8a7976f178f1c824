package boxoffice.concert.store;

import boxoffice.concert.domain.SeatNos;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.ScheduleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The guarded writes on {@code seats}: each names the owner and the state that it changes, goes
 * through the seats in order, and tells how many it changed.
 */
@Component
class SeatWrites {

    /**
     * A seat that was given away goes back to the block that it was kept in, as long as it has one:
     * it loses it when the block is released. Every other is free.
     */
    private static final String GIVE_BACK =
            """
            update seats
            set state = case when block_id is null then 'FREE' else 'BLOCKED' end,
                booking_id = null
            """;

    private final JdbcClient jdbc;

    SeatWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes those of the seats that are FREE. */
    int hold(BookingId bookingId, ScheduleId scheduleId, SeatNos seats) {
        return jdbc.sql(
                        """
                        update seats
                        set state = 'HELD', booking_id = :bookingId
                        where schedule_id = :scheduleId
                          and seat_no in (:seatNos)
                          and state = 'FREE'
                        order by seat_no
                        """)
                .param("bookingId", bookingId.toString())
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .update();
    }

    /** Takes those of the seats that are kept back, to be given away. */
    int give(BookingId bookingId, ScheduleId scheduleId, SeatNos seats) {
        return jdbc.sql(
                        """
                        update seats
                        set state = 'HELD', booking_id = :bookingId
                        where schedule_id = :scheduleId
                          and seat_no in (:seatNos)
                          and state = 'BLOCKED' and block_id is not null
                        order by seat_no
                        """)
                .param("bookingId", bookingId.toString())
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .update();
    }

    /** Frees all that this booking holds; never what it has bought. */
    int free(BookingId bookingId) {
        return jdbc.sql(
                        GIVE_BACK
                                + """
                                where booking_id = :bookingId and state = 'HELD'
                                order by schedule_id, seat_no
                                """)
                .param("bookingId", bookingId.toString())
                .update();
    }

    /** Sells those of the seats that this booking holds. */
    int sell(BookingId bookingId, ScheduleId scheduleId, SeatNos seats) {
        return jdbc.sql(
                        """
                        update seats
                        set state = 'SOLD'
                        where schedule_id = :scheduleId
                          and seat_no in (:seatNos)
                          and booking_id = :bookingId
                          and state = 'HELD'
                        order by seat_no
                        """)
                .param("bookingId", bookingId.toString())
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .update();
    }

    /** Frees those of the seats that this booking has bought. */
    int freeSold(BookingId bookingId, ScheduleId scheduleId, SeatNos seats) {
        return jdbc.sql(
                        GIVE_BACK
                                + """
                                where schedule_id = :scheduleId
                                  and seat_no in (:seatNos)
                                  and booking_id = :bookingId
                                  and state = 'SOLD'
                                order by seat_no
                                """)
                .param("bookingId", bookingId.toString())
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .update();
    }
}
