package boxoffice.payment.store;

import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.DeclineReason;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of each attempt: insert-only. Points are one leg; a payment that is split will have
 * one row per leg.
 */
@Component
class PaymentAttempts {

    private static final int ONLY_LEG = 1;

    private final JdbcClient sql;

    PaymentAttempts(JdbcClient sql) {
        this.sql = sql;
    }

    void charged(ChargeAttempt attempt, LocalDateTime now) {
        insert(attempt, "CHARGED", null, now);
    }

    void declined(ChargeAttempt attempt, DeclineReason reason, LocalDateTime now) {
        insert(attempt, "DECLINED", reason, now);
    }

    private void insert(
            ChargeAttempt attempt,
            String state,
            @Nullable DeclineReason reason,
            LocalDateTime now) {
        sql.sql(
                        """
                        insert into payment_attempts (booking_id, attempt, leg, method, amount,
                            currency, state, decline_reason, created_at)
                        values (:booking, :attempt, :leg, :method, :amount,
                            :currency, :state, :reason, :now)
                        """)
                .param("booking", attempt.bookingId().toString())
                .param("attempt", attempt.attempt())
                .param("leg", ONLY_LEG)
                .param("method", attempt.method().name())
                .param("amount", attempt.amount().amount())
                .param("currency", attempt.amount().currency())
                .param("state", state)
                .param("reason", reason == null ? null : reason.name())
                .param("now", now)
                .update();
    }
}
