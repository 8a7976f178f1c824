package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.payment.domain.Payment;
import boxoffice.payment.domain.Refund;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The writes by which money goes back: to {@code payments} and {@code wallets}, all conditional.
 */
@Component
class ReversalFences {

    private final JdbcClient sql;

    ReversalFences(JdbcClient sql) {
        this.sql = sql;
    }

    /** Locks the payment's row until the commit. */
    void lock(BookingId booking) {
        sql.sql("select state from payments where booking_id = :booking for update")
                .param("booking", booking.toString())
                .query(String.class)
                .optional();
    }

    /** Ends a reversal: all that was taken is back, or goes back with this transaction. */
    void reversed(Payment payment, LocalDateTime now) {
        requireOne(
                sql.sql(
                                """
                                update payments
                                set state = 'REVERSED', refunded = captured, updated_at = :now
                                where booking_id = :booking and state = 'REVERSING'
                                    and captured = :captured
                                """)
                        .param("booking", payment.bookingId().toString())
                        .param("captured", payment.captured())
                        .param("now", now)
                        .update(),
                "payment of booking " + payment.bookingId());
    }

    /** Records that the card turned out to be charged, while its payment is being reversed. */
    void capturedAfterAll(Payment payment, LocalDateTime now) {
        requireOne(
                sql.sql(
                                """
                                update payments set captured = amount, updated_at = :now
                                where booking_id = :booking and state = 'REVERSING'
                                    and captured = :captured
                                """)
                        .param("booking", payment.bookingId().toString())
                        .param("captured", payment.captured())
                        .param("now", now)
                        .update(),
                "payment of booking " + payment.bookingId());
    }

    /** Records that a part is back; with the last part of a reversal its payment is reversed. */
    void returned(BookingId booking, long amount, LocalDateTime now) {
        // In this order: the second assignment sees what the first has done, on both servers.
        requireOne(
                sql.sql(
                                """
                                update payments
                                set refunded = refunded + :amount,
                                    state = if(state = 'REVERSING' and refunded = captured,
                                        'REVERSED', state),
                                    updated_at = :now
                                where booking_id = :booking and state in ('CHARGED', 'REVERSING')
                                    and refunded + :amount <= captured
                                """)
                        .param("booking", booking.toString())
                        .param("amount", amount)
                        .param("now", now)
                        .update(),
                "payment of booking " + booking);
    }

    /** Claims a part of a charged payment for a refund and its fee, if so much is left of it. */
    boolean claim(BookingId booking, BuyerId buyer, long amount, LocalDateTime now) {
        return sql.sql(
                                """
                                update payments set claimed = claimed + :amount, updated_at = :now
                                where booking_id = :booking and buyer_id = :buyer
                                    and state = 'CHARGED' and claimed + :amount <= captured
                                """)
                        .param("booking", booking.toString())
                        .param("buyer", buyer.toString())
                        .param("amount", amount)
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Puts points back into the wallet that they came from. */
    void toWallet(BuyerId buyer, long points, String currency, LocalDateTime now) {
        requireOne(
                sql.sql(
                                """
                                update wallets
                                set balance = balance + :points, updated_at = :now
                                where buyer_id = :buyer and currency = :currency
                                """)
                        .param("buyer", buyer.toString())
                        .param("points", points)
                        .param("currency", currency)
                        .param("now", now)
                        .update(),
                "wallet in " + currency + " to give points back to");
    }

    void insert(Refund refund, LocalDateTime now) {
        sql.sql(
                        """
                        insert into refunds (booking_id, refund_id, points, card, fee, currency,
                            state, tries, created_at, updated_at)
                        values (:booking, :refund, :points, :card, :fee, :currency,
                            :state, 1, :now, :now)
                        """)
                .param("booking", refund.bookingId().toString())
                .param("refund", refund.refundId())
                .param("points", refund.points())
                .param("card", refund.card())
                .param("fee", refund.fee())
                .param("currency", refund.currency())
                .param("state", refund.isDone() ? "DONE" : "OWED")
                .param("now", now)
                .update();
    }

    private static void requireOne(int count, String what) {
        if (count != 1) {
            throw new IllegalStateException("wrote " + count + " rows for the " + what);
        }
    }
}
