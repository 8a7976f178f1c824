package boxoffice.order.store;

import boxoffice.kernel.BookingId;
import boxoffice.order.domain.OrderLine;
import boxoffice.order.domain.Quote.QuotedLine;
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
                        select order_id, seat_no, price, state, cancellation_id, fee
                        from order_lines
                        where order_id in (:orders)
                        order by order_id, char_length(seat_no), seat_no
                        """)
                .param("orders", orders.stream().map(BookingId::toString).toList())
                .query(OrderLineRow.class)
                .stream()
                .collect(Collectors.groupingBy(OrderLineRow::orderId));
    }

    /** Claims those of the lines that are confirmed, each with its fee, and tells how many. */
    int claim(BookingId order, String cancellation, List<QuotedLine> lines) {
        var fees = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            fees.append("when :seat").append(i).append(" then :fee").append(i).append(' ');
        }
        var claim =
                jdbc.sql(
                        """
                        update order_lines
                        set state = 'CLAIMED', cancellation_id = :cancellation,
                            fee = case seat_no %s end
                        where order_id = :order and seat_no in (:seats) and state = 'CONFIRMED'
                        """
                                .formatted(fees));
        for (var i = 0; i < lines.size(); i++) {
            claim.param("seat" + i, lines.get(i).seatNo());
            claim.param("fee" + i, lines.get(i).fee().amount());
        }
        return claim.param("cancellation", cancellation)
                .param("order", order.toString())
                .param("seats", lines.stream().map(QuotedLine::seatNo).toList())
                .update();
    }

    /** Cancels the lines that this cancellation has claimed. */
    void close(BookingId order, String cancellation) {
        jdbc.sql(
                        """
                        update order_lines
                        set state = 'CANCELED'
                        where order_id = :order and cancellation_id = :cancellation
                            and state = 'CLAIMED'
                        """)
                .param("order", order.toString())
                .param("cancellation", cancellation)
                .update();
    }
}
