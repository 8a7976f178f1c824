package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.Remark;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The writes to {@code payments}, all conditional. Both ways in ({@link #begin}, {@link
 * #beginReversal}) insert the row or take it as it is, with one statement that locks it until the
 * commit, so that of a charge and a reversal at the same moment one comes first. What they made of
 * the row is not read from their count, which drivers tell in two ways: the guard of the next write
 * asks the row itself.
 */
@Component
class PaymentFences {

    /** The payment's row and the wallet's. */
    private static final int BOTH = 2;

    private final JdbcClient sql;

    PaymentFences(JdbcClient sql) {
        this.sql = sql;
    }

    /** Makes this the current attempt if it is the first, or later than the one that is. */
    void begin(ChargeAttempt attempt, LocalDateTime now) {
        // The second condition sees what the first assignment has done, on both servers.
        ofAttempt(
                        """
                        insert into payments (booking_id, buyer_id, state, current_attempt, amount,
                            currency, captured, refunded, card_used, created_at, updated_at)
                        values (:booking, :buyer, 'CHARGING', :attempt, :amount,
                            :currency, 0, 0, :card, :now, :now)
                        on duplicate key update
                            state = if(state in ('CHARGING', 'OPEN')
                                    and current_attempt < :attempt and buyer_id = :buyer
                                    and amount = :amount and currency = :currency,
                                'CHARGING', state),
                            current_attempt = if(state = 'CHARGING'
                                    and current_attempt < :attempt and buyer_id = :buyer
                                    and amount = :amount and currency = :currency,
                                :attempt, current_attempt),
                            card_used = card_used or (:card and state = 'CHARGING'
                                and current_attempt = :attempt and buyer_id = :buyer
                                and amount = :amount and currency = :currency)
                        """,
                        attempt,
                        now)
                .param("card", attempt.paymentMethodId() != null)
                .update();
    }

    /**
     * Moves the points and the state in one statement, if this is the current attempt, its outcome
     * open, and the wallet holds enough.
     */
    boolean takePoints(ChargeAttempt attempt, LocalDateTime now) {
        var count =
                ofAttempt(
                                """
                                update payments p
                                join wallets w
                                    on w.buyer_id = p.buyer_id and w.currency = p.currency
                                set p.state = 'CHARGED', p.captured = p.amount,
                                    p.updated_at = :now,
                                    w.balance = w.balance - :amount, w.updated_at = :now
                                where p.booking_id = :booking and p.buyer_id = :buyer
                                    and p.state = 'CHARGING' and p.current_attempt = :attempt
                                    and p.amount = :amount and p.currency = :currency
                                    and w.balance >= :amount
                                """,
                                attempt,
                                now)
                        .update();
        return allOrNone(count, BOTH);
    }

    /** Moves the points' part of a split payment, if the wallet holds enough. */
    boolean takePointsPart(ChargeAttempt attempt, LocalDateTime now) {
        var count =
                ofAttempt(
                                """
                                update payments p
                                join wallets w
                                    on w.buyer_id = p.buyer_id and w.currency = p.currency
                                set p.captured = :points, p.updated_at = :now,
                                    w.balance = w.balance - :points, w.updated_at = :now
                                where p.booking_id = :booking and p.buyer_id = :buyer
                                    and p.state = 'CHARGING' and p.current_attempt = :attempt
                                    and p.amount = :amount and p.currency = :currency
                                    and p.captured = 0 and w.balance >= :points
                                """,
                                attempt,
                                now)
                        .param("points", attempt.points())
                        .update();
        return allOrNone(count, BOTH);
    }

    /** Records that the card is charged too, if this is the current attempt, its outcome open. */
    boolean captured(ChargeAttempt attempt, LocalDateTime now) {
        var count =
                ofAttempt(
                                """
                                update payments
                                set state = 'CHARGED', captured = amount, updated_at = :now
                                where booking_id = :booking and buyer_id = :buyer
                                    and state = 'CHARGING' and current_attempt = :attempt
                                    and amount = :amount and currency = :currency
                                """,
                                attempt,
                                now)
                        .update();
        return allOrNone(count, 1);
    }

    /** Keeps the provider's reference; it is the same whoever asked for it. */
    void opened(BookingId booking, String ref) {
        sql.sql(
                        """
                        update payments set provider_ref = :ref
                        where booking_id = :booking and card_used and provider_ref is null
                        """)
                .param("booking", booking.toString())
                .param("ref", ref)
                .update();
    }

    /** Records that the current attempt took nothing, if it is this one and its outcome open. */
    boolean decline(ChargeAttempt attempt, LocalDateTime now) {
        var count =
                ofAttempt(
                                """
                                update payments
                                set state = 'OPEN', captured = 0, updated_at = :now
                                where booking_id = :booking and buyer_id = :buyer
                                    and state = 'CHARGING' and current_attempt = :attempt
                                    and amount = :amount and currency = :currency
                                """,
                                attempt,
                                now)
                        .update();
        return allOrNone(count, 1);
    }

    /**
     * Ends the payment, or leaves it REVERSING where something has to go back first, or a provider
     * must be asked. A payment that nobody began is written as it ends.
     */
    void beginReversal(
            BookingId booking, BuyerId buyer, @Nullable Remark remark, LocalDateTime now) {
        sql.sql(
                        """
                        insert into payments (booking_id, buyer_id, state, current_attempt,
                            captured, refunded, marked_by, marked_reason, created_at, updated_at)
                        values (:booking, :buyer, 'REVERSED', 0,
                            0, 0, :by, :reason, :now, :now)
                        on duplicate key update
                            updated_at = if(state = 'REVERSED', updated_at, :now),
                            state = case
                                when buyer_id <> :buyer or state = 'REVERSED' then state
                                when captured > refunded or card_used then 'REVERSING'
                                else 'REVERSED' end,
                            marked_reason = if(marked_by is null, :reason, marked_reason),
                            marked_by = coalesce(marked_by, :by)
                        """)
                .param("booking", booking.toString())
                .param("buyer", buyer.toString())
                .param("by", remark == null ? null : remark.by())
                .param("reason", remark == null ? null : remark.reason())
                .param("now", now)
                .update();
    }

    private StatementSpec ofAttempt(String statement, ChargeAttempt attempt, LocalDateTime now) {
        return sql.sql(statement)
                .param("booking", attempt.bookingId().toString())
                .param("buyer", attempt.buyer().toString())
                .param("attempt", attempt.attempt())
                .param("amount", attempt.amount().amount())
                .param("currency", attempt.amount().currency())
                .param("now", now);
    }

    private static boolean allOrNone(int count, int all) {
        if (count != 0 && count != all) {
            throw new IllegalStateException("wrote " + count + " rows, not " + all + " or none");
        }
        return count == all;
    }
}
