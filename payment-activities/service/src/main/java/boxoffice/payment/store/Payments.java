package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.ChargeResult;
import boxoffice.payment.domain.ChargeResult.NotTaken;
import boxoffice.payment.domain.ChargeResult.Taken;
import boxoffice.payment.domain.ContradictsPayment;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.Payment;
import boxoffice.payment.domain.PaymentState;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.domain.Transfer;
import java.time.Clock;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The payments of bookings. Points lie in this same database, so a charge is one transaction:
 * either the money has moved and the row says so, or nothing has happened.
 */
@Component
public class Payments {

    private final PaymentFences fences;
    private final PaymentAttempts attempts;
    private final LedgerEntries ledger;
    private final PaymentRows rows;
    private final Clock clock;

    Payments(
            PaymentFences fences,
            PaymentAttempts attempts,
            LedgerEntries ledger,
            PaymentRows rows,
            Clock clock) {
        this.fences = fences;
        this.attempts = attempts;
        this.ledger = ledger;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Takes the booking's price from the buyer's wallet, once in the booking's life. The same
     * attempt again gets its own result again; one that is older than the current attempt, or comes
     * after {@link #reverse}, takes nothing.
     *
     * @throws ContradictsPayment when the booking's payment is of another buyer or amount
     */
    @Transactional
    public ChargeResult charge(ChargeAttempt attempt) {
        var now = Timestamps.now(clock);
        fences.begin(attempt, now);
        if (fences.takePoints(attempt, now)) {
            attempts.charged(attempt, now);
            ledger.book(
                    Transfer.charge(attempt.bookingId(), attempt.buyer(), attempt.amount()), now);
            return new Taken();
        }
        if (fences.decline(attempt, now)) {
            var reason = DeclineReason.INSUFFICIENT_POINTS;
            attempts.declined(attempt, reason, now);
            return new NotTaken(reason);
        }
        return row(attempt.bookingId()).answerTo(attempt);
    }

    /**
     * Gives back what was taken for the booking, once, and lets nothing more be taken: where no
     * charge came before, the row is left as a tombstone. Again: the same answer.
     *
     * @param remark an operator's, kept with the payment; the first one stays
     * @return the payment, reversed
     * @throws ContradictsPayment when it is another buyer's payment
     */
    @Transactional
    public Payment reverse(BookingId booking, BuyerId buyer, @Nullable Remark remark) {
        var now = Timestamps.now(clock);
        fences.beginReversal(booking, buyer, remark, now);
        // Our own write holds the row until the commit, so what is read here cannot change.
        var payment = row(booking);
        payment.requireBuyer(buyer);
        return payment.state() == PaymentState.REVERSED ? payment : giveBack(payment, now);
    }

    private Payment giveBack(Payment payment, LocalDateTime now) {
        var owed = payment.toReturn();
        fences.returnPoints(payment, owed, now);
        ledger.book(Transfer.reversal(payment.bookingId(), payment.buyer(), owed), now);
        return payment.reversed();
    }

    private Payment row(BookingId booking) {
        return rows.find(booking)
                .orElseThrow(() -> new IllegalStateException("no payment of booking " + booking))
                .toPayment();
    }
}
