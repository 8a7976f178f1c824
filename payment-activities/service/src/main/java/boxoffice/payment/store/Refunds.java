package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.payment.domain.Payment;
import boxoffice.payment.domain.PaymentState;
import boxoffice.payment.domain.Refund;
import boxoffice.payment.domain.RefundAsked;
import boxoffice.payment.domain.RefundResult;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.domain.Transfer;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The refunds of bookings, one row per cancellation, and one for a reversal that a card is owed.
 */
@Component
public class Refunds {

    private final JdbcClient sql;
    private final ReversalFences fences;
    private final LedgerEntries ledger;
    private final PaymentRows rows;
    private final Clock clock;

    Refunds(
            JdbcClient sql,
            ReversalFences fences,
            LedgerEntries ledger,
            PaymentRows rows,
            Clock clock) {
        this.sql = sql;
        this.fences = fences;
        this.ledger = ledger;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Claims a part of a charged payment: the points' part is back at once, the fee is kept, the
     * card's part is owed. Again: the same refund.
     */
    @Transactional
    public RefundResult begin(RefundAsked asked) {
        var now = Timestamps.now(clock);
        var booking = asked.bookingId();
        fences.lock(booking);
        var before = find(booking, asked.refundId());
        if (before.isPresent()) {
            return sameAs(before.get(), asked);
        }
        var payment = rows.find(booking).map(PaymentRow::toPayment);
        if (payment.isEmpty() || payment.get().state() != PaymentState.CHARGED) {
            return new RefundResult.Refused(
                    "the payment is "
                            + payment.map(it -> it.state().name()).orElse("none")
                            + ", not CHARGED");
        }
        payment.get().requireBuyer(asked.buyer());
        var given = asked.amount().plus(asked.fee());
        if (!given.currency().equals(payment.get().price().currency())
                || !fences.claim(booking, asked.buyer(), given.amount(), now)) {
            return new RefundResult.Refused(
                    "less than " + given + " is left of " + payment.get().price());
        }
        return new RefundResult.Begun(claimed(payment.get(), asked, now));
    }

    private static RefundResult sameAs(Refund before, RefundAsked asked) {
        var same =
                before.points() + before.card() == asked.amount().amount()
                        && before.fee() == asked.fee().amount();
        return same
                ? new RefundResult.Begun(before)
                : new RefundResult.Refused("this cancellation's refund is of another amount");
    }

    private Refund claimed(Payment payment, RefundAsked asked, LocalDateTime now) {
        var booking = asked.bookingId();
        var card =
                asked.cardPart(
                        payment.captured(), payment.capturedByCard(), rows.refundedBefore(booking));
        var refund =
                new Refund(
                        booking,
                        asked.buyer(),
                        asked.refundId(),
                        asked.amount().amount() - card,
                        card,
                        asked.fee().amount(),
                        asked.amount().currency(),
                        card == 0,
                        1,
                        payment.providerRef(),
                        null);
        fences.insert(refund, now);
        if (refund.fee() > 0) {
            ledger.book(Transfer.fee(refund), now);
        }
        if (refund.points() > 0) {
            fences.toWallet(refund.buyer(), refund.points(), refund.currency(), now);
            fences.returned(booking, refund.points(), now);
            ledger.book(Transfer.toPoints(refund), now);
        }
        return refund;
    }

    /** The refund; empty where it was never begun. */
    @Transactional
    public Optional<Refund> find(BookingId booking, String refundId) {
        return rows.findRefund(booking, refundId).map(RefundRow::toRefund);
    }

    /** Keeps the provider's reference of the try that is under way. Again: nothing more. */
    @Transactional
    public void underWay(Refund refund, String providerRef) {
        move(refund, "provider_ref = :ref", providerRef, null);
    }

    /** The try came to nothing; the next one has a key of its own. Again: nothing more. */
    @Transactional
    public void failed(Refund refund) {
        move(refund, "provider_ref = null, tries = tries + 1", null, null);
    }

    /**
     * The card has its part back. Again: nothing more.
     *
     * @param remark an operator's, where it went back outside of the provider
     */
    @Transactional
    public void done(Refund refund, @Nullable String providerRef, @Nullable Remark remark) {
        var now = Timestamps.now(clock);
        // The payment's row first, as everywhere: the same order of locks.
        fences.lock(refund.bookingId());
        var moved =
                move(
                        refund,
                        """
                        state = 'DONE', provider_ref = coalesce(:ref, provider_ref),
                            marked_by = :by, marked_reason = :reason
                        """,
                        providerRef,
                        remark);
        if (moved) {
            fences.returned(refund.bookingId(), refund.card(), now);
            var byProvider = providerRef != null || remark == null;
            ledger.book(byProvider ? Transfer.toCard(refund) : Transfer.outside(refund), now);
        }
    }

    /** Moves the row, if it is owed and still at the try that the caller knows. */
    private boolean move(
            Refund refund, String changes, @Nullable String ref, @Nullable Remark remark) {
        return sql.sql(
                                "update refunds set updated_at = :now, "
                                        + changes
                                        + """
                                         where booking_id = :booking and refund_id = :refund
                                             and state = 'OWED' and tries = :tries
                                        """)
                        .param("booking", refund.bookingId().toString())
                        .param("refund", refund.refundId())
                        .param("tries", refund.tries())
                        .param("ref", ref)
                        .param("by", remark == null ? null : remark.by())
                        .param("reason", remark == null ? null : remark.reason())
                        .param("now", Timestamps.now(clock))
                        .update()
                == 1;
    }
}
