package boxoffice.order.store;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.domain.Settlement;
import boxoffice.persistence.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Days of sales and of cancellations, added up. Reads only, in one statement. */
@Component
public class Settlements {

    private static final String DAY =
            """
            select promoter_id, concert_id, schedule_id, currency, sum(bookings) bookings,
                sum(tickets) tickets, sum(gross) gross, sum(tickets_canceled) tickets_canceled,
                sum(refunds) refunds, sum(fees) fees
            from (
                select o.promoter_id, o.concert_id, o.schedule_id, o.currency, 1 bookings,
                    (select count(*) from order_lines l where l.order_id = o.booking_id) tickets,
                    o.total gross, 0 tickets_canceled, 0 refunds, 0 fees
                from orders o
                where o.confirmed_at >= :from and o.confirmed_at < :to
                union all
                select o.promoter_id, o.concert_id, o.schedule_id, o.currency, 0, 0, 0,
                    (select count(*) from order_lines l where l.order_id = c.booking_id
                        and l.cancellation_id = c.cancellation_id), c.refund, c.fee
                from cancellations c join orders o on o.booking_id = c.booking_id
                where c.closed_at >= :from and c.closed_at < :to
            ) moved
            where :promoter is null or promoter_id = :promoter
            group by promoter_id, concert_id, schedule_id, currency
            order by promoter_id, concert_id, schedule_id, currency
            """;

    private final JdbcClient jdbc;

    Settlements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(PromoterId promoter, Settlement.Line line) {}

    /**
     * What moved within a stretch of time, by promoter; who sold nothing and gave nothing back is
     * left out.
     *
     * @param from the first moment of it
     * @param to the first moment after it
     * @param promoter whose it is; null for everybody's
     */
    @Transactional
    public List<Settlement> between(Instant from, Instant to, @Nullable PromoterId promoter) {
        Map<PromoterId, List<Settlement.Line>> byPromoter = new LinkedHashMap<>();
        jdbc.sql(DAY)
                .param("from", Timestamps.column(from))
                .param("to", Timestamps.column(to))
                .param("promoter", promoter == null ? null : promoter.value())
                .query(Settlements::read)
                .list()
                .forEach(row ->
                        byPromoter
                                .computeIfAbsent(row.promoter(), _ -> new ArrayList<>())
                                .add(row.line()));
        return byPromoter.entrySet().stream()
                .map(entry -> new Settlement(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                new PromoterId(row.getString("promoter_id")),
                new Settlement.Line(
                        new ConcertId(row.getString("concert_id")),
                        new ScheduleId(row.getString("schedule_id")),
                        row.getString("currency"),
                        row.getInt("bookings"),
                        row.getInt("tickets"),
                        row.getLong("gross"),
                        row.getInt("tickets_canceled"),
                        row.getLong("refunds"),
                        row.getLong("fees")));
    }
}
