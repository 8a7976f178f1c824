package boxoffice.order.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.order.domain.Dispute;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disputes of orders, one row each under its order. A new one locks the order's row first, as a
 * claim does, so that of the two at the same moment one comes first.
 */
@Component
public class Disputes {

    private final JdbcClient jdbc;
    private final OrderRows orders;
    private final Clock clock;

    Disputes(JdbcClient jdbc, OrderRows orders, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.clock = clock;
    }

    /** Notes the dispute, unless it is known; false where the buyer has no such order. */
    @Transactional
    public boolean open(BookingId booking, BuyerId buyer, Dispute dispute) {
        if (orders.lock(booking).filter(row -> row.buyerId().equals(buyer)).isEmpty()) {
            return false;
        }
        jdbc.sql(
                        """
                        insert into disputes
                            (booking_id, dispute_id, state, amount, currency, opened_at)
                        values (:booking, :dispute, :state, :amount, :currency, :openedAt)
                        on duplicate key update dispute_id = disputes.dispute_id
                        """)
                .param("booking", booking.toString())
                .param("dispute", dispute.disputeId())
                .param("state", dispute.state().name())
                .param("amount", dispute.amount().amount())
                .param("currency", dispute.amount().currency())
                .param("openedAt", Timestamps.column(dispute.openedAt()))
                .update();
        return true;
    }

    /** Ends the dispute, unless it has ended; false where it is not known. */
    @Transactional
    public boolean end(BookingId booking, String disputeId, Dispute.State end) {
        var count =
                jdbc.sql(
                                """
                                update disputes
                                set state = :end, closed_at = :now
                                where booking_id = :booking and dispute_id = :dispute
                                    and state = 'OPEN'
                                """)
                        .param("end", end.name())
                        .param("now", Timestamps.now(clock))
                        .param("booking", booking.toString())
                        .param("dispute", disputeId)
                        .update();
        return count == 1
                || of(List.of(booking)).getOrDefault(booking.toString(), List.of()).stream()
                        .anyMatch(dispute -> dispute.disputeId().equals(disputeId));
    }

    /** By order id, oldest first; orders without disputes are left out. */
    Map<String, List<Dispute>> of(Collection<BookingId> bookings) {
        if (bookings.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select booking_id, dispute_id, state, amount, currency, opened_at, closed_at
                        from disputes
                        where booking_id in (:bookings)
                        order by booking_id, opened_at, dispute_id
                        """)
                .param("bookings", bookings.stream().map(BookingId::toString).toList())
                .query(DisputeRow.class)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                DisputeRow::bookingId,
                                Collectors.mapping(DisputeRow::toDispute, Collectors.toList())));
    }
}
