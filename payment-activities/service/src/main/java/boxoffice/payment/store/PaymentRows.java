package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface PaymentRows extends Repository<PaymentRow, BookingId> {

    @Query(
            """
            select p.booking_id, p.buyer_id, p.state, p.current_attempt, p.amount, p.currency,
                p.captured, p.refunded, p.card_used, p.provider_ref,
                coalesce(sum(if(a.method = 'CARD', a.amount, 0)), 0) card_part,
                max(a.decline_reason) decline_reason
            from payments p
            left join payment_attempts a
                on a.booking_id = p.booking_id and a.attempt = p.current_attempt
            where p.booking_id = :booking
            group by p.booking_id
            """)
    Optional<PaymentRow> find(BookingId booking);

    @Query(
            """
            select r.booking_id, p.buyer_id, r.refund_id, r.points, r.card, r.fee, r.currency,
                r.state, r.tries, p.provider_ref payment_ref, r.provider_ref
            from refunds r
            join payments p on p.booking_id = r.booking_id
            where r.booking_id = :booking and r.refund_id = :refund
            """)
    Optional<RefundRow> findRefund(BookingId booking, String refund);

    @Query(
            """
            select coalesce(sum(points + card), 0) from refunds where booking_id = :booking
            """)
    long refundedBefore(BookingId booking);
}
