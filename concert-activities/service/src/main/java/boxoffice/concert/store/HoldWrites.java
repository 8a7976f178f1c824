package boxoffice.concert.store;

import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.HoldState;
import boxoffice.concert.domain.Refusal;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The guarded writes on {@code seat_holds}, one statement each. */
@Component
class HoldWrites {

    private final JdbcClient jdbc;

    HoldWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of an attempt to begin a hold. */
    enum Begun {
        /** The row is there, HELD, and new. */
        YES,
        /** The schedule does not allow it; there may be a row from before all the same. */
        NOT_ALLOWED,
        /** There is a row from before. */
        ROW_EXISTS
    }

    /**
     * Writes the row if the schedule exists, its sale is open and the hold's time has not run out;
     * the deadline comes from the schedule. The conditions are those of {@code SaleTerms}. The
     * schedule's row stays locked against writes until this transaction ends, and holds do not lock
     * each other out: so none commits behind the back of a cancellation of the schedule.
     */
    Begun begin(HoldRequest request, Instant now) {
        try {
            var rows =
                    jdbc.sql(
                                    """
                                    insert into seat_holds
                                        (booking_id, buyer_id, schedule_id, state, seat_count,
                                         held_until, created_at)
                                    select :bookingId, :buyerId, s.schedule_id, 'HELD', :seatCount,
                                        cast(:startedAt as datetime(6))
                                            + interval s.hold_seconds second,
                                        :now
                                    from schedules s
                                    where s.schedule_id = :scheduleId
                                      and s.sale_opens_at <= :now
                                      and s.sale_closes_at > :now
                                      and cast(:startedAt as datetime(6))
                                            + interval s.hold_seconds second > :now
                                      and s.canceled_at is null
                                    lock in share mode
                                    """)
                            .param("bookingId", request.bookingId().toString())
                            .param("buyerId", request.buyerId().value())
                            .param("scheduleId", request.scheduleId().value())
                            .param("seatCount", request.seats().count())
                            .param("startedAt", Timestamps.column(request.startedAt()))
                            .param("now", Timestamps.column(now))
                            .update();
            return rows == 1 ? Begun.YES : Begun.NOT_ALLOWED;
        } catch (DuplicateKeyException e) {
            return Begun.ROW_EXISTS;
        }
    }

    /**
     * Writes the row of a hold that is refused before it begins.
     *
     * @return false when there is a row from before
     */
    boolean insertRefused(HoldRequest request, Refusal.Reason why, Instant now) {
        try {
            jdbc.sql(
                            """
                            insert into seat_holds
                                (booking_id, buyer_id, schedule_id, state, seat_count,
                                 refusal_reason, created_at, released_at)
                            values
                                (:bookingId, :buyerId, :scheduleId, 'RELEASED', :seatCount,
                                 :reason, :now, :now)
                            """)
                    .param("bookingId", request.bookingId().toString())
                    .param("buyerId", request.buyerId().value())
                    .param("scheduleId", request.scheduleId().value())
                    .param("seatCount", request.seats().count())
                    .param("reason", why.name())
                    .param("now", Timestamps.column(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Ends a hold that this transaction began and that did not get its seats. */
    void refuse(BookingId bookingId, Refusal why, Instant now) {
        var rows =
                jdbc.sql(
                                """
                                update seat_holds
                                set state = 'RELEASED', released_at = :now,
                                    refusal_reason = :reason, refused_seat_nos = :seatNos,
                                    own_booking_id = :ownBooking
                                where booking_id = :bookingId and state in (:sources)
                                """)
                        .param("bookingId", bookingId.toString())
                        .param("reason", why.reason().name())
                        .param("seatNos", SeatHoldRow.joined(why.seatNos()))
                        .param("ownBooking", Objects.toString(why.ownBooking(), null))
                        .param("sources", sources(HoldState.RELEASED))
                        .param("now", Timestamps.column(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("booking " + bookingId + " lost the row it just wrote");
        }
    }

    /**
     * Moves a HELD row to RELEASED, or writes the tombstone where there is no row yet; a row that
     * has ended stays as it is. The state is set last: the servers assign from left to right.
     */
    void release(BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId, Instant now) {
        jdbc.sql(
                        """
                        insert into seat_holds
                            (booking_id, buyer_id, schedule_id, state, created_at, released_at)
                        values
                            (:bookingId, :buyerId, :scheduleId, 'RELEASED', :now, :now)
                        on duplicate key update
                            released_at = case when state in (:sources) then :now
                                else released_at end,
                            state = case when state in (:sources) then 'RELEASED' else state end
                        """)
                .param("bookingId", bookingId.toString())
                .param("buyerId", buyerId.value())
                .param("scheduleId", scheduleId.value())
                .param("sources", sources(HoldState.RELEASED))
                .param("now", Timestamps.column(now))
                .update();
    }

    /** Whether the row was HELD for that schedule with that many seats, and is SOLD now. */
    boolean sell(BookingId bookingId, ScheduleId scheduleId, int seatCount, Instant now) {
        return jdbc.sql(
                                """
                                update seat_holds
                                set state = 'SOLD', sold_at = :now
                                where booking_id = :bookingId
                                  and schedule_id = :scheduleId
                                  and seat_count = :seatCount
                                  and state in (:sources)
                                """)
                        .param("bookingId", bookingId.toString())
                        .param("scheduleId", scheduleId.value())
                        .param("seatCount", seatCount)
                        .param("sources", sources(HoldState.SOLD))
                        .param("now", Timestamps.column(now))
                        .update()
                == 1;
    }

    /** Locks the booking's row and tells whether it ever was sold; empty where there is none. */
    Optional<Boolean> lock(BookingId bookingId) {
        return jdbc.sql(
                        """
                        select sold_at is not null from seat_holds
                        where booking_id = :bookingId
                        for update
                        """)
                .param("bookingId", bookingId.toString())
                .query(Boolean.class)
                .optional();
    }

    /**
     * Takes so many seats off a SOLD row, and ends it with the last. The count is set last: the
     * servers assign from left to right.
     */
    void shrink(BookingId bookingId, int seats, Instant now) {
        var rows =
                jdbc.sql(
                                """
                                update seat_holds
                                set released_at = case when seat_count = :seats then :now
                                        else released_at end,
                                    state = case when seat_count = :seats then 'RELEASED'
                                        else state end,
                                    seat_count = seat_count - :seats
                                where booking_id = :bookingId and state = 'SOLD'
                                  and seat_count >= :seats
                                """)
                        .param("bookingId", bookingId.toString())
                        .param("seats", seats)
                        .param("now", Timestamps.column(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "booking " + bookingId + " had more seats than its row says");
        }
    }

    private static List<String> sources(HoldState state) {
        return state.sources().stream().map(Enum::name).toList();
    }
}
