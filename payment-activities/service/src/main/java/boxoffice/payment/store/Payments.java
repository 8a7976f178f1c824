package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.Begun;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.ChargeResult;
import boxoffice.payment.domain.ChargeResult.NotTaken;
import boxoffice.payment.domain.ChargeResult.Taken;
import boxoffice.payment.domain.ContradictsPayment;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.PaidParts;
import boxoffice.payment.domain.Payment;
import boxoffice.payment.domain.PaymentState;
import boxoffice.payment.domain.Refund;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.domain.Reversal;
import boxoffice.payment.domain.Transfer;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The payments of bookings. Points lie in this same database, so what they pay is one transaction:
 * either the money has moved and the row says so, or nothing has happened. Where a card is used the
 * provider is asked between two transactions, and only the row's current attempt may record what it
 * said.
 */
@Component
public class Payments {

    private final PaymentFences fences;
    private final ReversalFences reversals;
    private final PaymentAttempts attempts;
    private final LedgerEntries ledger;
    private final PaymentRows rows;
    private final Clock clock;

    Payments(
            PaymentFences fences,
            ReversalFences reversals,
            PaymentAttempts attempts,
            LedgerEntries ledger,
            PaymentRows rows,
            Clock clock) {
        this.fences = fences;
        this.reversals = reversals;
        this.attempts = attempts;
        this.ledger = ledger;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Takes the booking's price from the buyer's wallet, once in the booking's life. The same
     * attempt again gets its own result again; one that is older than the current attempt, or comes
     * after {@link #beginReversal}, takes nothing.
     *
     * @throws ContradictsPayment when the booking's payment is of another buyer or amount
     */
    @Transactional
    public ChargeResult chargeInPoints(ChargeAttempt attempt) {
        var now = Timestamps.now(clock);
        fences.begin(attempt, now);
        if (fences.takePoints(attempt, now)) {
            attempts.chargedInPoints(attempt, now);
            ledger.book(Transfer.inPoints(attempt), now);
            return new Taken();
        }
        return declineForPoints(attempt, now);
    }

    /**
     * Begins an attempt with a card: takes the points' part, if there is one, and leaves the row
     * CHARGING for the provider to be asked. Again: asks again, and takes nothing again.
     *
     * @throws ContradictsPayment when the booking's payment is of another buyer or amount
     */
    @Transactional
    public Begun beginWithCard(ChargeAttempt attempt) {
        var now = Timestamps.now(clock);
        fences.begin(attempt, now);
        var payment = row(attempt.bookingId());
        if (!payment.isAskedBy(attempt)) {
            return new Begun.Known(payment.answerTo(attempt));
        }
        if (payment.cardPart() == 0) {
            if (attempt.points() > 0) {
                if (!fences.takePointsPart(attempt, now)) {
                    return new Begun.Known(declineForPoints(attempt, now));
                }
                attempts.chargedInPoints(attempt, now);
                ledger.book(Transfer.inPoints(attempt), now);
            }
            attempts.askingCard(attempt, now);
        }
        return new Begun.AskProvider(payment.providerRef());
    }

    private ChargeResult declineForPoints(ChargeAttempt attempt, LocalDateTime now) {
        if (fences.decline(attempt, now)) {
            var reason = DeclineReason.INSUFFICIENT_POINTS;
            attempts.declinedInPoints(attempt, reason, now);
            return new NotTaken(reason);
        }
        return row(attempt.bookingId()).answerTo(attempt);
    }

    /** Keeps the provider's reference of the payment. Again: nothing more. */
    @Transactional
    public void opened(BookingId booking, String ref) {
        fences.opened(booking, ref);
    }

    /** Records that the provider took the card's part, unless the attempt is fenced off by now. */
    @Transactional
    public ChargeResult captured(ChargeAttempt attempt) {
        var now = Timestamps.now(clock);
        if (fences.captured(attempt, now)) {
            attempts.cardIs(attempt.bookingId(), attempt.attempt(), "CHARGED", null);
            ledger.book(Transfer.byCard(attempt.bookingId(), attempt.card()), now);
            return new Taken();
        }
        return row(attempt.bookingId()).answerTo(attempt);
    }

    /**
     * Records that the card's part was not taken, and gives the points' part back with it, unless
     * the attempt is fenced off by now.
     */
    @Transactional
    public ChargeResult declined(ChargeAttempt attempt, DeclineReason reason) {
        var now = Timestamps.now(clock);
        if (!fences.decline(attempt, now)) {
            return row(attempt.bookingId()).answerTo(attempt);
        }
        attempts.cardIs(attempt.bookingId(), attempt.attempt(), "DECLINED", reason);
        if (attempt.points() > 0) {
            attempts.pointsReturned(attempt);
            reversals.toWallet(attempt.buyer(), attempt.points(), attempt.amount().currency(), now);
            ledger.book(Transfer.pointsBack(attempt), now);
        }
        return new NotTaken(reason);
    }

    /**
     * Lets nothing more be taken for the booking, and gives back at once what the wallet alone has
     * paid. Where no charge came before, the row is left as a tombstone. Again: tells how far the
     * reversal has come.
     *
     * @param remark an operator's, kept with the payment; the first one stays
     * @throws ContradictsPayment when it is another buyer's payment
     */
    @Transactional
    public Reversal beginReversal(BookingId booking, BuyerId buyer, @Nullable Remark remark) {
        var now = Timestamps.now(clock);
        fences.beginReversal(booking, buyer, remark, now);
        // Our own write holds the row until the commit, so what is read here cannot change.
        var payment = row(booking);
        payment.requireBuyer(buyer);
        if (payment.state() == PaymentState.REVERSED) {
            return new Reversal.Done(payment);
        }
        return payment.cardUsed() ? atProvider(payment) : new Reversal.Done(giveBack(payment, now));
    }

    private Reversal atProvider(Payment payment) {
        return rows.findRefund(payment.bookingId(), Refund.REVERSAL)
                .map(RefundRow::toRefund)
                .<Reversal>map(Reversal.Owed::new)
                .orElseGet(() -> new Reversal.AtProvider(payment));
    }

    /**
     * Goes on with a reversal once the provider has said for good whether the card was charged. The
     * points are back with it; what the card is owed, if anything, is left as a refund.
     */
    @Transactional
    public Reversal settled(BookingId booking, boolean cardCharged) {
        var now = Timestamps.now(clock);
        reversals.lock(booking);
        var payment = row(booking);
        if (payment.state() == PaymentState.REVERSED) {
            return new Reversal.Done(payment);
        }
        if (atProvider(payment) instanceof Reversal.Owed owed) {
            return owed;
        }
        var attempt = payment.currentAttempt();
        attempts.cardIs(booking, attempt, cardCharged ? "CHARGED" : "CLOSED", null);
        if (!cardCharged) {
            return new Reversal.Done(giveBack(payment, now));
        }
        return new Reversal.Owed(oweToCard(payment, now));
    }

    private Refund oweToCard(Payment payment, LocalDateTime now) {
        var booking = payment.bookingId();
        if (payment.capturedByCard() == 0) {
            reversals.capturedAfterAll(payment, now);
            ledger.book(
                    Transfer.byCard(
                            booking, new Money(payment.cardPart(), payment.price().currency())),
                    now);
        }
        var points = payment.price().amount() - payment.cardPart();
        reversals.insert(
                new Refund(
                        booking,
                        payment.buyer(),
                        Refund.REVERSAL,
                        points,
                        payment.cardPart(),
                        0,
                        payment.price().currency(),
                        false,
                        1,
                        null,
                        null),
                now);
        if (points > 0) {
            returnPoints(payment, new Money(points, payment.price().currency()), now);
            reversals.returned(booking, points, now);
        }
        return rows.findRefund(booking, Refund.REVERSAL).orElseThrow().toRefund();
    }

    private Payment giveBack(Payment payment, LocalDateTime now) {
        if (payment.captured() > payment.refunded()) {
            returnPoints(payment, payment.toReturn(), now);
        }
        reversals.reversed(payment, now);
        return payment.reversed();
    }

    private void returnPoints(Payment payment, Money points, LocalDateTime now) {
        reversals.toWallet(payment.buyer(), points.amount(), points.currency(), now);
        ledger.book(Transfer.reversal(payment.bookingId(), payment.buyer(), points), now);
    }

    /** How the buyer's booking is paid; empty where it is not, or is another buyer's. */
    @Transactional
    public Optional<PaidParts> parts(BookingId booking, BuyerId buyer) {
        return rows.parts(booking, buyer).map(PaymentRows.PartsRow::toParts);
    }

    /**
     * The booking's payment.
     *
     * @throws IllegalStateException when there is none
     */
    @Transactional
    public Payment of(BookingId booking) {
        return row(booking);
    }

    private Payment row(BookingId booking) {
        return rows.find(booking)
                .orElseThrow(() -> new IllegalStateException("no payment of booking " + booking))
                .toPayment();
    }
}
