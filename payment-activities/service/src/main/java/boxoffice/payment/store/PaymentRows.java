package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface PaymentRows extends Repository<PaymentRow, BookingId> {

    @Query(
            """
            select p.booking_id, p.buyer_id, p.state, p.current_attempt, p.amount, p.currency,
                p.captured, p.refunded, a.decline_reason
            from payments p
            left join payment_attempts a
                on a.booking_id = p.booking_id and a.attempt = p.current_attempt and a.leg = 1
            where p.booking_id = :booking
            """)
    Optional<PaymentRow> find(BookingId booking);
}
