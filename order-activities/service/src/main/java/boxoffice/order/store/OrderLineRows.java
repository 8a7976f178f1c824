package boxoffice.order.store;

import boxoffice.kernel.BookingId;
import boxoffice.order.domain.OrderLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows under the orders: any number of lines in one statement, written or read. */
@Component
class OrderLineRows {

    private final JdbcClient jdbc;

    OrderLineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(BookingId order, List<OrderLine> lines) {
        var tuples =
                lines.stream()
                        .map(line ->
                                new Object[] {
                                    order.toString(), line.seatNo(), line.price().amount()
                                })
                        .toList();
        jdbc.sql("insert into order_lines (order_id, seat_no, price) values :tuples")
                .param("tuples", tuples)
                .update();
    }

    /** By order id, A-1-9 before A-1-12; orders without lines are left out. */
    Map<String, List<OrderLineRow>> of(Collection<BookingId> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select order_id, seat_no, price
                        from order_lines
                        where order_id in (:orders)
                        order by order_id, char_length(seat_no), seat_no
                        """)
                .param("orders", orders.stream().map(BookingId::toString).toList())
                .query(OrderLineRow.class)
                .stream()
                .collect(Collectors.groupingBy(OrderLineRow::orderId));
    }
}
