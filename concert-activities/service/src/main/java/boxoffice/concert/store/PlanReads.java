package boxoffice.concert.store;

import boxoffice.concert.domain.PlannedSeat;
import boxoffice.concert.domain.SeatKind;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a whole date for the choice of the best seats. */
@Component
class PlanReads {

    private final JdbcClient jdbc;

    PlanReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All seats of a date, in the order of the house; none where there is no such date. */
    record Seen(List<PlannedSeat> seats, boolean orphanRule) {}

    Seen plan(ScheduleId scheduleId) {
        var seats = new ArrayList<PlannedSeat>();
        var minded = new boolean[] {true};
        jdbc.sql(
                        """
                        select t.seat_no, t.section, t.row_no, t.number_in_row, t.kind,
                            t.companion_of, t.aisle_after, t.nearness, t.grade, t.price_amount,
                            t.price_currency, t.state = 'FREE' as is_free, s.orphan_rule
                        from seats t
                        join schedules s on s.schedule_id = t.schedule_id
                        where t.schedule_id = :scheduleId
                        order by t.section, t.row_no, t.number_in_row
                        """)
                .param("scheduleId", scheduleId.value())
                .query(row -> {
                    seats.add(seat(row));
                    minded[0] = row.getBoolean("orphan_rule");
                });
        return new Seen(seats, minded[0]);
    }

    /** By hand: a house has thousands of rows, and the mapper that finds its fields is slow. */
    private static PlannedSeat seat(ResultSet row) throws SQLException {
        return new PlannedSeat(
                row.getString("seat_no"),
                row.getString("section"),
                row.getInt("row_no"),
                row.getInt("number_in_row"),
                SeatKind.valueOf(row.getString("kind")),
                row.getString("companion_of"),
                row.getBoolean("aisle_after"),
                row.getInt("nearness"),
                row.getString("grade"),
                new Money(row.getLong("price_amount"), row.getString("price_currency")),
                row.getBoolean("is_free"));
    }
}
