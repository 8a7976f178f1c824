package boxoffice.concert.store;

import boxoffice.concert.domain.Concert;
import boxoffice.concert.domain.SaleTerms;
import boxoffice.concert.domain.Schedule;
import boxoffice.concert.domain.SeatOnMap;
import boxoffice.concert.domain.SeatState;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue, to read. Not marked read-only: that would cost two more round trips for each read,
 * and READ COMMITTED reads lock nothing anyway.
 */
@Component
public class Concerts {

    /** Concerts in one list at most. */
    public static final int CONCERTS_MAX = 200;

    private static final String SCHEDULES =
            """
            select s.schedule_id, s.concert_id, c.title, s.venue_id, v.name as venue_name,
                s.starts_at, s.sale_opens_at, s.sale_closes_at, s.hold_seconds, s.canceled_at,
                count(t.seat_no) as seats,
                coalesce(sum(case when t.state = 'FREE' then 1 else 0 end), 0) as free_seats
            from schedules s
            join concerts c on c.concert_id = s.concert_id
            join venues v on v.venue_id = s.venue_id
            left join seats t on t.schedule_id = s.schedule_id
            where %s = :id
            group by s.schedule_id, s.concert_id, c.title, s.venue_id, v.name, s.starts_at,
                s.sale_opens_at, s.sale_closes_at, s.hold_seconds, s.canceled_at
            order by s.starts_at
            """;

    private final JdbcClient jdbc;
    private final ConcertRows concerts;

    Concerts(JdbcClient jdbc, ConcertRows concerts) {
        this.jdbc = jdbc;
        this.concerts = concerts;
    }

    /** By title, the first {@link #CONCERTS_MAX}. */
    @Transactional
    public List<Concert> all() {
        return concerts.findAllByOrderByTitle(Limit.of(CONCERTS_MAX)).stream()
                .map(ConcertRow::concert)
                .toList();
    }

    @Transactional
    public Optional<Concert> concert(ConcertId id) {
        return concerts.findByConcertId(id).map(ConcertRow::concert);
    }

    /** The concert's dates, the next one first; none where there is no such concert. */
    @Transactional
    public List<Schedule> schedules(ConcertId id) {
        return jdbc
                .sql(SCHEDULES.formatted("s.concert_id"))
                .param("id", id.value())
                .query(DataClassRowMapper.newInstance(ScheduleRow.class))
                .list()
                .stream()
                .map(ScheduleRow::schedule)
                .toList();
    }

    @Transactional
    public Optional<Schedule> schedule(ScheduleId id) {
        return jdbc.sql(SCHEDULES.formatted("s.schedule_id"))
                .param("id", id.value())
                .query(DataClassRowMapper.newInstance(ScheduleRow.class))
                .optional()
                .map(ScheduleRow::schedule);
    }

    /** The schedule's seats in the order of the house; none where there is no such schedule. */
    @Transactional
    public List<SeatOnMap> seats(ScheduleId id) {
        return jdbc.sql(
                        """
                        select seat_no, section, grade, price_amount, price_currency, state
                        from seats
                        where schedule_id = :id
                        order by section, row_no, number_in_row
                        """)
                .param("id", id.value())
                .query((row, n) -> seat(row))
                .list();
    }

    private record ScheduleRow(
            String scheduleId,
            String concertId,
            String title,
            String venueId,
            String venueName,
            LocalDateTime startsAt,
            LocalDateTime saleOpensAt,
            LocalDateTime saleClosesAt,
            int holdSeconds,
            @Nullable LocalDateTime canceledAt,
            int seats,
            int freeSeats) {

        private Schedule schedule() {
            return new Schedule(
                    new ScheduleId(scheduleId),
                    new ConcertId(concertId),
                    title,
                    venueId,
                    venueName,
                    Timestamps.instant(startsAt),
                    new SaleTerms(
                            Timestamps.instant(saleOpensAt),
                            Timestamps.instant(saleClosesAt),
                            Duration.ofSeconds(holdSeconds),
                            Timestamps.instantOrNull(canceledAt)),
                    seats,
                    freeSeats);
        }
    }

    /** By hand: a house has thousands of rows, and the mapper that finds its fields is slow. */
    private static SeatOnMap seat(ResultSet row) throws SQLException {
        return new SeatOnMap(
                row.getString("seat_no"),
                row.getString("section"),
                row.getString("grade"),
                new Money(row.getLong("price_amount"), row.getString("price_currency")),
                SeatState.valueOf(row.getString("state")));
    }
}
