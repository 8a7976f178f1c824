package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.Method;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each attempt: one row per leg, the points' and the card's. */
@Component
class PaymentAttempts {

    private final JdbcClient sql;

    PaymentAttempts(JdbcClient sql) {
        this.sql = sql;
    }

    /** The wallet has paid all of it. */
    void chargedInPoints(ChargeAttempt attempt, LocalDateTime now) {
        insertPoints(attempt, "CHARGED", null, now);
    }

    /** The wallet does not hold enough; a card was not asked. */
    void declinedInPoints(ChargeAttempt attempt, DeclineReason reason, LocalDateTime now) {
        insertPoints(attempt, "DECLINED", reason, now);
    }

    /** The card is going to be asked. */
    void askingCard(ChargeAttempt attempt, LocalDateTime now) {
        insert(
                attempt,
                Method.CARD,
                attempt.card().amount(),
                attempt.paymentMethodId(),
                "CHARGING",
                null,
                now);
    }

    void cardIs(BookingId booking, int attempt, String state, @Nullable DeclineReason reason) {
        sql.sql(
                        """
                        update payment_attempts set state = :state, decline_reason = :reason
                        where booking_id = :booking and attempt = :attempt
                            and method = 'CARD' and state = 'CHARGING'
                        """)
                .param("booking", booking.toString())
                .param("attempt", attempt)
                .param("state", state)
                .param("reason", reason == null ? null : reason.name())
                .update();
    }

    /** The card was declined, so the points went back. */
    void pointsReturned(ChargeAttempt attempt) {
        sql.sql(
                        """
                        update payment_attempts set state = 'RETURNED'
                        where booking_id = :booking and attempt = :attempt
                            and method = 'POINTS' and state = 'CHARGED'
                        """)
                .param("booking", attempt.bookingId().toString())
                .param("attempt", attempt.attempt())
                .update();
    }

    private void insertPoints(
            ChargeAttempt attempt,
            String state,
            @Nullable DeclineReason reason,
            LocalDateTime now) {
        insert(attempt, Method.POINTS, attempt.points(), null, state, reason, now);
    }

    private void insert(
            ChargeAttempt attempt,
            Method method,
            long amount,
            @Nullable String paymentMethodId,
            String state,
            @Nullable DeclineReason reason,
            LocalDateTime now) {
        sql.sql(
                        """
                        insert into payment_attempts (booking_id, attempt, leg, method, amount,
                            currency, payment_method_id, state, decline_reason, created_at)
                        values (:booking, :attempt, :leg, :method, :amount,
                            :currency, :card, :state, :reason, :now)
                        """)
                .param("booking", attempt.bookingId().toString())
                .param("attempt", attempt.attempt())
                .param(
                        "leg",
                        switch (method) {
                            case POINTS -> ChargeAttempt.POINTS_LEG;
                            case CARD -> ChargeAttempt.CARD_LEG;
                        })
                .param("method", method.name())
                .param("amount", amount)
                .param("currency", attempt.amount().currency())
                .param("card", paymentMethodId)
                .param("state", state)
                .param("reason", reason == null ? null : reason.name())
                .param("now", now)
                .update();
    }
}
