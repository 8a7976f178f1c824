package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.PaidParts;
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

    /** How a payment was taken and given back, where it is charged. */
    @Query(
            """
            select p.booking_id, p.currency, p.captured, p.claimed,
                (select coalesce(sum(a.amount), 0) from payment_attempts a
                    where a.booking_id = p.booking_id and a.attempt = p.current_attempt
                        and a.method = 'CARD') by_card,
                coalesce(sum(r.points), 0) points_back, coalesce(sum(r.card), 0) card_back
            from payments p
            left join refunds r on r.booking_id = p.booking_id
            where p.booking_id = :booking and p.buyer_id = :buyer and p.state = 'CHARGED'
            group by p.booking_id
            """)
    Optional<PartsRow> parts(BookingId booking, BuyerId buyer);

    /** A charged payment, in minor units of its currency. */
    record PartsRow(
            BookingId bookingId,
            String currency,
            long captured,
            long claimed,
            long byCard,
            long pointsBack,
            long cardBack) {

        PaidParts toParts() {
            return new PaidParts(
                    bookingId,
                    new PaidParts.Parts(captured - byCard, byCard, currency),
                    new PaidParts.Parts(pointsBack, cardBack, currency),
                    new Money(captured - claimed, currency));
        }
    }
}
