package boxoffice.payment.store;

import boxoffice.payment.domain.Transfer;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger: nothing in it is ever changed or deleted. */
@Component
class LedgerEntries {

    private final JdbcClient sql;

    LedgerEntries(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Books both sides of a transfer in one statement.
     *
     * @throws org.springframework.dao.DuplicateKeyException when this transfer was made before; the
     *     caller's fence has let something through that it should not have
     */
    void book(Transfer transfer, LocalDateTime now) {
        var from = transfer.entries().get(0);
        var to = transfer.entries().get(1);
        sql.sql(
                        """
                        insert into ledger_entries (idempotency_key, account, amount, currency,
                            cause, booking_id, created_at)
                        values (:key, :from, :out, :currency, :cause, :booking, :now),
                            (:key, :to, :in, :currency, :cause, :booking, :now)
                        """)
                .param("key", transfer.idempotencyKey())
                .param("from", from.account())
                .param("out", from.amount())
                .param("to", to.account())
                .param("in", to.amount())
                .param("currency", transfer.amount().currency())
                .param("cause", transfer.cause().name())
                .param(
                        "booking",
                        transfer.bookingId() == null ? null : transfer.bookingId().toString())
                .param("now", now)
                .update();
    }
}
