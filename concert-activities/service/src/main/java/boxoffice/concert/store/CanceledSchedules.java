package boxoffice.concert.store;

import boxoffice.concert.domain.CanceledSchedule;
import boxoffice.concert.domain.HoldState;
import boxoffice.concert.domain.LiveHold;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Schedules taken off the sale by their promoters, and what is left to be given back there. The
 * schedule's row is the fence: a hold begins under a shared lock on it ({@link HoldWrites#begin}),
 * which it keeps until it commits, and the cancellation writes that row. So a hold either commits
 * before the cancellation does, and is seen by whoever looks after it, or reads the row as canceled
 * and is refused: from then on the live bookings of the schedule only become fewer.
 */
@Component
public class CanceledSchedules {

    private final JdbcClient jdbc;
    private final Clock clock;

    CanceledSchedules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record CanceledRow(String promoterId, LocalDateTime canceledAt) {}

    /**
     * Cancels the schedule, or meets it canceled. A lock that is not had in time is thrown and has
     * changed nothing.
     *
     * @param promoterId whose it must be; null where that does not matter
     * @return empty where there is no such schedule, or it is another promoter's
     */
    @Transactional
    public Optional<CanceledSchedule> cancel(
            ScheduleId scheduleId, @Nullable PromoterId promoterId) {
        var promoter = Objects.toString(promoterId, null);
        jdbc.sql(
                        """
                        update schedules
                        set canceled_at = :now
                        where schedule_id = :scheduleId and canceled_at is null
                          and concert_id in (
                            select c.concert_id from concerts c
                            where :promoter is null or c.promoter_id = :promoter)
                        """)
                .param("scheduleId", scheduleId.value())
                .param("promoter", promoter)
                .param("now", Timestamps.column(clock.instant()))
                .update();
        return jdbc.sql(
                        """
                        select c.promoter_id, s.canceled_at
                        from schedules s
                        join concerts c on c.concert_id = s.concert_id
                        where s.schedule_id = :scheduleId
                          and (:promoter is null or c.promoter_id = :promoter)
                        """)
                .param("scheduleId", scheduleId.value())
                .param("promoter", promoter)
                .query(DataClassRowMapper.newInstance(CanceledRow.class))
                .optional()
                .map(row ->
                        new CanceledSchedule(
                                new PromoterId(row.promoterId()),
                                Timestamps.instant(row.canceledAt())));
    }

    private record LiveRow(String bookingId, String buyerId, HoldState state) {

        private LiveHold hold() {
            return new LiveHold(BookingId.of(bookingId), new BuyerId(buyerId), state);
        }
    }

    /** A page of the schedule's live bookings, by id; each half of it read along its index. */
    @Transactional
    public List<LiveHold> live(ScheduleId scheduleId, @Nullable BookingId after, int limit) {
        return jdbc
                .sql(
                        """
                        (select booking_id, buyer_id, state from seat_holds
                         where schedule_id = :scheduleId and state = 'HELD'
                           and booking_id > :after
                         order by booking_id limit :limit)
                        union all
                        (select booking_id, buyer_id, state from seat_holds
                         where schedule_id = :scheduleId and state = 'SOLD'
                           and booking_id > :after
                         order by booking_id limit :limit)
                        order by booking_id limit :limit
                        """)
                .param("scheduleId", scheduleId.value())
                .param("after", Objects.toString(after, ""))
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(LiveRow.class))
                .list()
                .stream()
                .map(LiveRow::hold)
                .toList();
    }
}
