package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.Dispute;
import boxoffice.payment.domain.DisputeSeen;
import boxoffice.payment.domain.DisputeState;
import boxoffice.payment.domain.Transfer;
import boxoffice.persistence.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Disputes of what cards paid, one row each, forward only; a loss is booked once. */
@Component
public class Disputes {

    private static final Logger log = LoggerFactory.getLogger(Disputes.class);

    private final JdbcClient sql;
    private final ReversalFences fences;
    private final LedgerEntries ledger;
    private final Clock clock;

    Disputes(JdbcClient sql, ReversalFences fences, LedgerEntries ledger, Clock clock) {
        this.sql = sql;
        this.fences = fences;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the dispute is of; both null where the payment is none of ours. */
    private record Owner(@Nullable String bookingId, @Nullable String topUpId) {}

    /**
     * Writes down what the provider told, unless the row says more already, and gives the row as it
     * is then. Older news than those that are known change nothing.
     */
    @Transactional
    public Dispute record(DisputeSeen seen) {
        var now = Timestamps.now(clock);
        var owner = ownerOf(seen.paymentRef());
        // The payment's row first, as everywhere: the same order of locks.
        if (owner.bookingId() != null) {
            fences.lock(BookingId.of(owner.bookingId()));
        }
        insert(seen, owner, now);
        if (move(seen, now) && seen.state() == DisputeState.LOST) {
            bookLoss(seen, owner, now);
        }
        return find(seen.disputeId());
    }

    private Owner ownerOf(@Nullable String paymentRef) {
        if (paymentRef == null) {
            return new Owner(null, null);
        }
        return new Owner(
                first("select booking_id from payments where provider_ref = ?", paymentRef)
                        .orElse(null),
                first("select top_up_id from top_ups where provider_ref = ?", paymentRef)
                        .orElse(null));
    }

    private Optional<String> first(String query, String ref) {
        return sql.sql(query).param(ref).query(String.class).optional();
    }

    private void insert(DisputeSeen seen, Owner owner, LocalDateTime now) {
        sql.sql(
                        """
                        insert into disputes (dispute_id, booking_id, top_up_id, provider_ref,
                            amount, currency, reason, state, opened_at, updated_at)
                        values (:dispute, :booking, :topUp, :ref,
                            :amount, :currency, :reason, 'OPEN', :opened, :now)
                        on duplicate key update dispute_id = disputes.dispute_id
                        """)
                .param("dispute", seen.disputeId())
                .param("booking", owner.bookingId())
                .param("topUp", owner.topUpId())
                .param("ref", seen.paymentRef())
                .param("amount", seen.amount().amount())
                .param("currency", seen.amount().currency())
                .param("reason", seen.reason())
                .param("opened", Timestamps.column(seen.openedAt()))
                .param("now", now)
                .update();
    }

    private boolean move(DisputeSeen seen, LocalDateTime now) {
        return sql.sql(
                                """
                                update disputes
                                set state = :state, amount = :amount, currency = :currency,
                                    reason = :reason, evidence_due_at = :due,
                                    closed_at = :closed, updated_at = :now
                                where dispute_id = :dispute and state = 'OPEN'
                                """)
                        .param("dispute", seen.disputeId())
                        .param("state", seen.state().name())
                        .param("amount", seen.amount().amount())
                        .param("currency", seen.amount().currency())
                        .param("reason", seen.reason())
                        .param("due", Timestamps.columnOrNull(seen.evidenceDueAt()))
                        .param("closed", seen.state() == DisputeState.OPEN ? null : now)
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Where the payment is none of ours, so was the money. */
    private void bookLoss(DisputeSeen seen, Owner owner, LocalDateTime now) {
        if ((owner.bookingId() == null && owner.topUpId() == null) || seen.amount().amount() == 0) {
            return;
        }
        var booking = owner.bookingId() == null ? null : BookingId.of(owner.bookingId());
        ledger.book(Transfer.chargedBack(seen.disputeId(), booking, seen.amount()), now);
        if (booking != null && !chargeBack(booking, seen.amount(), now)) {
            log.error(
                    "Dispute {} of booking {} is over {}, which is not the payment's currency:"
                            + " the ledger has it, the payment has not",
                    seen.disputeId(),
                    booking,
                    seen.amount());
        }
    }

    private boolean chargeBack(BookingId booking, Money amount, LocalDateTime now) {
        return sql.sql(
                                """
                                update payments
                                set charged_back = charged_back + :amount, updated_at = :now
                                where booking_id = :booking and currency = :currency
                                """)
                        .param("booking", booking.toString())
                        .param("amount", amount.amount())
                        .param("currency", amount.currency())
                        .param("now", now)
                        .update()
                == 1;
    }

    private Dispute find(String disputeId) {
        return sql.sql(
                        """
                        select d.dispute_id, d.booking_id, p.buyer_id, d.amount, d.currency,
                            d.reason, d.state, d.opened_at, d.evidence_due_at
                        from disputes d left join payments p on p.booking_id = d.booking_id
                        where d.dispute_id = :dispute
                        """)
                .param("dispute", disputeId)
                .query(Disputes::read)
                .single();
    }

    private static Dispute read(ResultSet row, int number) throws SQLException {
        var booking = row.getString("booking_id");
        var buyer = row.getString("buyer_id");
        return new Dispute(
                row.getString("dispute_id"),
                booking == null ? null : BookingId.of(booking),
                buyer == null ? null : new BuyerId(buyer),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                DisputeState.valueOf(row.getString("state")),
                Timestamps.instant(row.getObject("opened_at", LocalDateTime.class)),
                Timestamps.instantOrNull(row.getObject("evidence_due_at", LocalDateTime.class)));
    }
}
