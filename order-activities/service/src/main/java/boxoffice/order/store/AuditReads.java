package boxoffice.order.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
import boxoffice.order.domain.OrderOnBooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The confirmed orders' money, to be audited. Each page is one statement, and so a picture of one
 * moment: what moves meanwhile cannot look like a difference.
 */
@Component
public class AuditReads {

    private static final String ORDERS =
            """
            select o.booking_id, o.currency, o.total,
                sum(l.price) prices,
                sum(if(l.state = 'CONFIRMED', 0, l.price)) claimed_prices,
                coalesce(sum(l.fee), 0) claimed_fees,
                (select coalesce(sum(c.refund), 0)
                    from cancellations c where c.booking_id = o.booking_id) refunds,
                (select coalesce(sum(c.fee), 0)
                    from cancellations c where c.booking_id = o.booking_id) fees,
                (select count(*) from cancellations c
                    where c.booking_id = o.booking_id and c.state = 'CLAIMED') open_cancellations
            from orders o
            left join order_lines l on l.order_id = o.booking_id
            where o.state = 'CONFIRMED' and %s
            group by o.booking_id
            order by o.booking_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    AuditReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The confirmed orders, by booking. */
    @Transactional
    public List<OrderOnBooks> page(BookingsQuery query) {
        return jdbc.sql(ORDERS.formatted("o.booking_id > :after"))
                .param("after", query.afterText())
                .param("limit", query.limit())
                .query(AuditReads::read)
                .list();
    }

    /** Those of these bookings whose order is confirmed. */
    @Transactional
    public List<OrderOnBooks> of(Collection<BookingId> bookings) {
        if (bookings.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ORDERS.formatted("o.booking_id in (:bookings)"))
                .param("bookings", bookings.stream().map(BookingId::toString).toList())
                .param("limit", bookings.size())
                .query(AuditReads::read)
                .list();
    }

    private static OrderOnBooks read(ResultSet row, int number) throws SQLException {
        return new OrderOnBooks(
                BookingId.of(row.getString("booking_id")),
                row.getString("currency"),
                row.getLong("total"),
                row.getLong("prices"),
                row.getLong("claimed_prices"),
                row.getLong("claimed_fees"),
                row.getLong("refunds"),
                row.getLong("fees"),
                row.getInt("open_cancellations"));
    }
}
