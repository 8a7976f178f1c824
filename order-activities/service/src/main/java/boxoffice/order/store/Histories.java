package boxoffice.order.store;

import boxoffice.kernel.Money;
import boxoffice.order.domain.Cancellation;
import boxoffice.order.domain.CancellationCause;
import boxoffice.order.domain.Order;
import boxoffice.order.domain.OrderEvent;
import boxoffice.persistence.Timestamps;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of an order, read from the rows that it became of. */
@Component
public class Histories {

    private final JdbcClient jdbc;

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record LineRow(
            String cancellationId,
            CancellationCause cause,
            long refund,
            long fee,
            LocalDateTime claimedAt,
            @Nullable LocalDateTime closedAt,
            String seatNo) {

        private static Cancellation cancellation(List<LineRow> lines, String currency) {
            var first = lines.getFirst();
            return new Cancellation(
                    first.cause,
                    lines.stream().map(LineRow::seatNo).toList(),
                    new Money(first.refund, currency),
                    new Money(first.fee, currency),
                    Timestamps.instant(first.claimedAt),
                    Timestamps.instantOrNull(first.closedAt));
        }
    }

    /** Oldest first; one statement where the order was confirmed, else none. */
    @Transactional
    public List<OrderEvent> of(Order order) {
        return switch (order) {
            case Order.Pending _, Order.Canceled _ -> OrderEvent.of(order, List.of());
            case Order.Confirmed confirmed -> OrderEvent.of(order, cancellationsOf(confirmed));
        };
    }

    private List<Cancellation> cancellationsOf(Order.Confirmed order) {
        var currency = order.sale().total().currency();
        return jdbc
                .sql(
                        """
                        select c.cancellation_id, c.cause, c.refund, c.fee, c.claimed_at,
                            c.closed_at, l.seat_no
                        from cancellations c
                        join order_lines l on l.order_id = c.booking_id
                            and l.cancellation_id = c.cancellation_id
                        where c.booking_id = :order
                        order by c.claimed_at, c.cancellation_id, char_length(l.seat_no), l.seat_no
                        """)
                .param("order", order.opening().bookingId().toString())
                .query(LineRow.class)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                LineRow::cancellationId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(lines -> LineRow.cancellation(lines, currency))
                .toList();
    }
}
