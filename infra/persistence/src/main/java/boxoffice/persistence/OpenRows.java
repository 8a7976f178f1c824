package boxoffice.persistence;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bookings whose one row in a table is not in a final state: what an audit has to look at. */
public final class OpenRows {

    private final JdbcClient jdbc;
    private final String sql;
    private final List<String> openStates;

    /**
     * @param table a table with the columns {@code booking_id} and {@code state}, indexed by state
     *     and booking
     */
    public OpenRows(JdbcClient jdbc, String table, List<String> openStates) {
        this.jdbc = jdbc;
        this.openStates = List.copyOf(openStates);
        sql =
                """
                select booking_id from %s
                where state in (:states) and booking_id > :after
                order by booking_id limit :limit
                """
                        .formatted(table);
    }

    /** One page, read in one statement. */
    public OpenBookings page(BookingsQuery query) {
        return new OpenBookings(
                jdbc.sql(sql)
                        .param("states", openStates)
                        .param("after", query.afterText())
                        .param("limit", query.limit())
                        .query((row, number) -> BookingId.of(row.getString("booking_id")))
                        .list());
    }
}
