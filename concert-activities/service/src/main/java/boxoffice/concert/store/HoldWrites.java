package boxoffice.concert.store;

import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.HoldState;
import boxoffice.concert.domain.MaxSeatsPerBuyer;
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

    private static final String BEGIN =
            """
            insert into seat_holds
                (booking_id, buyer_id, schedule_id, state, seat_count, held_until, presale_id,
                 presale_code_hash, complimentary, created_at)
            select :bookingId, :buyerId, s.schedule_id, 'HELD', :seatCount,
                cast(:startedAt as datetime(6)) + interval s.hold_seconds second,
                :presaleId, :codeHash, :complimentary, :now
            from schedules s
            join concerts c on c.concert_id = s.concert_id
            where s.schedule_id = :scheduleId
              and %s
              and cast(:startedAt as datetime(6)) + interval s.hold_seconds second > :now
              and s.canceled_at is null
            lock in share mode
            """;

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
     * Writes the row if the schedule exists, lets a hold in by that door, and the hold's time has
     * not run out; the deadline comes from the schedule. The conditions are those of {@code
     * SaleWindow}. The schedule's row and the concert's stay locked against writes until this
     * transaction ends, and holds do not lock each other out: so none commits behind the back of a
     * cancellation of the schedule, or of a limit that is set.
     *
     * @param max the limits that the hold is going to be measured by: it begins only if they are
     *     these
     */
    Begun begin(HoldRequest request, Door door, MaxSeatsPerBuyer max, Instant now) {
        var presaleId = door instanceof Door.Presale(var id) ? id : null;
        var promoterId = door instanceof Door.Gift(var id) ? Objects.toString(id, null) : null;
        try {
            var rows =
                    jdbc.sql(BEGIN.formatted(door.conditions()))
                            .param("bookingId", request.bookingId().toString())
                            .param("buyerId", request.buyerId().value())
                            .param("scheduleId", request.scheduleId().value())
                            .param("seatCount", request.wish().count())
                            .param("startedAt", Timestamps.column(request.startedAt()))
                            .param("presaleId", presaleId)
                            .param("codeHash", presaleId == null ? null : request.presaleCodeHash())
                            .param("complimentary", request.complimentary() != null)
                            .param("scheduleMax", max.ofSchedule())
                            .param("concertMax", max.ofConcert())
                            .param("promoterId", promoterId)
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
    boolean insertRefused(HoldRequest request, Refusal why, Instant now) {
        var limit = why.limit();
        try {
            jdbc.sql(
                            """
                            insert into seat_holds
                                (booking_id, buyer_id, schedule_id, state, seat_count,
                                 refusal_reason, policy, policy_limit, policy_remaining,
                                 complimentary, created_at, released_at)
                            values
                                (:bookingId, :buyerId, :scheduleId, 'RELEASED', :seatCount,
                                 :reason, :policy, :limit, :remaining, :complimentary, :now, :now)
                            """)
                    .param("bookingId", request.bookingId().toString())
                    .param("buyerId", request.buyerId().value())
                    .param("scheduleId", request.scheduleId().value())
                    .param("seatCount", request.wish().count())
                    .param("reason", why.reason().name())
                    .param("policy", limit == null ? null : limit.policy())
                    .param("limit", limit == null ? null : limit.limit())
                    .param("remaining", limit == null ? null : limit.remaining())
                    .param("complimentary", request.complimentary() != null)
                    .param("now", Timestamps.column(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Ends a hold that this transaction began and that did not get its seats. */
    void refuse(BookingId bookingId, Refusal why, Instant now) {
        var limit = why.limit();
        var rows =
                jdbc.sql(
                                """
                                update seat_holds
                                set state = 'RELEASED', released_at = :now,
                                    refusal_reason = :reason, refused_seat_nos = :seatNos,
                                    own_booking_id = :ownBooking, policy = :policy,
                                    policy_limit = :limit, policy_remaining = :remaining
                                where booking_id = :bookingId and state in (:sources)
                                """)
                        .param("bookingId", bookingId.toString())
                        .param("reason", why.reason().name())
                        .param("seatNos", SeatHoldRow.joined(why.seatNos()))
                        .param("ownBooking", Objects.toString(why.ownBooking(), null))
                        .param("policy", limit == null ? null : limit.policy())
                        .param("limit", limit == null ? null : limit.limit())
                        .param("remaining", limit == null ? null : limit.remaining())
                        .param("sources", sources(HoldState.RELEASED))
                        .param("now", Timestamps.column(now))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("booking " + bookingId + " lost the row it just wrote");
        }
    }

    /** Whether the row was HELD, not by a presale, and is RELEASED now. */
    boolean releaseOfGeneralSale(BookingId bookingId, Instant now) {
        return jdbc.sql(
                                """
                                update seat_holds
                                set state = 'RELEASED', released_at = :now
                                where booking_id = :bookingId and state in (:sources)
                                  and presale_id is null
                                """)
                        .param("bookingId", bookingId.toString())
                        .param("sources", sources(HoldState.RELEASED))
                        .param("now", Timestamps.column(now))
                        .update()
                == 1;
    }

    /**
     * Moves a HELD row to RELEASED, or writes the tombstone where there is no row yet; a row that
     * has ended stays as it is. The state is set last: the servers assign from left to right.
     *
     * @return whether a HELD row was moved: the servers count an update in place of an insert as
     *     two
     */
    boolean release(BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId, Instant now) {
        return jdbc.sql(
                                """
                                insert into seat_holds
                                    (booking_id, buyer_id, schedule_id, state, created_at,
                                     released_at)
                                values
                                    (:bookingId, :buyerId, :scheduleId, 'RELEASED', :now, :now)
                                on duplicate key update
                                    released_at = case when state in (:sources) then :now
                                        else released_at end,
                                    state = case when state in (:sources) then 'RELEASED'
                                        else state end
                                """)
                        .param("bookingId", bookingId.toString())
                        .param("buyerId", buyerId.value())
                        .param("scheduleId", scheduleId.value())
                        .param("sources", sources(HoldState.RELEASED))
                        .param("now", Timestamps.column(now))
                        .update()
                == 2;
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

    /**
     * A row that is locked.
     *
     * @param isSold whether it ever was
     * @param isByPresale whether its seats count to a presale
     */
    record Locked(boolean isSold, boolean isByPresale) {}

    /** Locks the booking's row; empty where there is none. */
    Optional<Locked> lock(BookingId bookingId) {
        return jdbc.sql(
                        """
                        select sold_at is not null as is_sold,
                            presale_id is not null as is_by_presale
                        from seat_holds
                        where booking_id = :bookingId
                        for update
                        """)
                .param("bookingId", bookingId.toString())
                .query((row, n) ->
                        new Locked(row.getBoolean("is_sold"), row.getBoolean("is_by_presale")))
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
