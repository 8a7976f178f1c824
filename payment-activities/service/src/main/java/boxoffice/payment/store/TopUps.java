package boxoffice.payment.store;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.TopUp;
import boxoffice.payment.domain.Transfer;
import boxoffice.persistence.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Points bought by card: one row each, forward only, booked once. */
@Component
public class TopUps {

    private static final String COLUMNS =
            """
            select top_up_id, buyer_id, amount, currency, payment_method_id, state,
                decline_reason, provider_ref
            from top_ups
            """;

    private final JdbcClient sql;
    private final LedgerEntries ledger;
    private final Clock clock;

    TopUps(JdbcClient sql, LedgerEntries ledger, Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Writes the top-up, or finds the one that was written under its id before. */
    @Transactional
    public TopUp begin(TopUp asked) {
        sql.sql(
                        """
                        insert into top_ups (top_up_id, buyer_id, amount, currency,
                            payment_method_id, state, created_at, updated_at)
                        values (:id, :buyer, :amount, :currency, :card, 'PENDING', :now, :now)
                        on duplicate key update top_up_id = top_up_id
                        """)
                .param("id", asked.id().toString())
                .param("buyer", asked.buyer().value())
                .param("amount", asked.amount().amount())
                .param("currency", asked.amount().currency())
                .param("card", asked.paymentMethodId())
                .param("now", Timestamps.now(clock))
                .update();
        return find(asked.id());
    }

    /** Keeps the provider's reference. Again: nothing more. */
    @Transactional
    public void opened(UUID id, String ref) {
        sql.sql("update top_ups set provider_ref = :ref where top_up_id = :id")
                .param("ref", ref)
                .param("id", id.toString())
                .update();
    }

    /** The card is charged: the points are there with it. Again: nothing more. */
    @Transactional
    public TopUp done(TopUp topUp) {
        var now = Timestamps.now(clock);
        if (end(topUp, "state = 'DONE'", null)) {
            sql.sql(
                            """
                            insert into wallets (buyer_id, balance, currency, created_at,
                                updated_at)
                            values (:buyer, :amount, :currency, :now, :now)
                            on duplicate key update balance = balance + :amount, updated_at = :now
                            """)
                    .param("buyer", topUp.buyer().value())
                    .param("amount", topUp.amount().amount())
                    .param("currency", topUp.amount().currency())
                    .param("now", now)
                    .update();
            ledger.book(Transfer.topUp(topUp.id().toString(), topUp.buyer(), topUp.amount()), now);
        }
        return find(topUp.id());
    }

    /** Nothing was taken. Again: nothing more. */
    @Transactional
    public TopUp declined(TopUp topUp, DeclineReason reason) {
        end(topUp, "state = 'DECLINED', decline_reason = :reason", reason);
        return find(topUp.id());
    }

    /** The top-up that the provider knows by this reference and whose outcome is open. */
    @Transactional
    public Optional<TopUp> pending(String ref) {
        return sql.sql(COLUMNS + " where provider_ref = :ref and state = 'PENDING'")
                .param("ref", ref)
                .query(TopUps::read)
                .optional();
    }

    /** Some of those whose outcome is open since longer than this. */
    @Transactional
    public List<TopUp> pendingLongerThan(Duration age, int count) {
        return sql.sql(
                        COLUMNS
                                + """
                                 where state = 'PENDING' and updated_at < :before
                                 order by updated_at limit :count
                                """)
                .param("before", Timestamps.now(clock).minus(age))
                .param("count", count)
                .query(TopUps::read)
                .list();
    }

    /** Its outcome is still open; the others come first now. */
    @Transactional
    public TopUp stillPending(TopUp topUp) {
        end(topUp, "state = 'PENDING'", null);
        return find(topUp.id());
    }

    private boolean end(TopUp topUp, String how, @Nullable DeclineReason reason) {
        return sql.sql(
                                "update top_ups set updated_at = :now, "
                                        + how
                                        + " where top_up_id = :id and state = 'PENDING'")
                        .param("now", Timestamps.now(clock))
                        .param("reason", reason == null ? null : reason.name())
                        .param("id", topUp.id().toString())
                        .update()
                == 1;
    }

    private TopUp find(UUID id) {
        return sql.sql(COLUMNS + " where top_up_id = :id")
                .param("id", id.toString())
                .query(TopUps::read)
                .single();
    }

    private static TopUp read(ResultSet row, int number) throws SQLException {
        var reason = row.getString("decline_reason");
        return new TopUp(
                UUID.fromString(row.getString("top_up_id")),
                new BuyerId(row.getString("buyer_id")),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getString("payment_method_id"),
                TopUp.State.valueOf(row.getString("state")),
                reason == null ? null : DeclineReason.valueOf(reason),
                row.getString("provider_ref"));
    }
}
