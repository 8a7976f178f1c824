package boxoffice.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.ChargeResult.FencedOff;
import boxoffice.payment.domain.ChargeResult.NotTaken;
import boxoffice.payment.domain.ChargeResult.Taken;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final BookingId BOOKING = new BookingId(new UUID(0, 1));
    private static final BuyerId MINA = new BuyerId("mina");
    private static final BuyerId TAE = new BuyerId("tae");

    @Test
    void comesBackToNoStateExceptByALaterAttempt() {
        for (var state : PaymentState.values()) {
            for (var next : PaymentState.values()) {
                var forward = next.ordinal() > state.ordinal();
                var again = state == PaymentState.OPEN && next == PaymentState.CHARGING;
                if (state.mayBecome(next)) {
                    assertThat(forward || again).as(state + " to " + next).isTrue();
                }
            }
        }
        assertThat(PaymentState.REVERSED.mayBecome(PaymentState.CHARGING)).isFalse();
        assertThat(PaymentState.CHARGED.mayBecome(PaymentState.REVERSED)).isFalse();
    }

    @Test
    void answersAnAttemptByWhatItsRowSays() {
        assertThat(payment(PaymentState.CHARGED, 300, 0).answerTo(attempt(1)))
                .isEqualTo(new Taken());
        assertThat(payment(PaymentState.REVERSED, 300, 300).answerTo(attempt(3)))
                .isEqualTo(new FencedOff());
        assertThat(payment(PaymentState.REVERSING, 300, 0).answerTo(attempt(3)))
                .isEqualTo(new FencedOff());
        assertThat(payment(PaymentState.OPEN, 0, 0).answerTo(attempt(2)))
                .isEqualTo(new NotTaken(DeclineReason.INSUFFICIENT_POINTS));
        assertThat(payment(PaymentState.OPEN, 0, 0).answerTo(attempt(1)))
                .isEqualTo(new FencedOff());
    }

    @Test
    void knowsAnotherBuyersOrAmountsCharge() {
        var payment = payment(PaymentState.CHARGED, 300, 0);
        assertThatExceptionOfType(ContradictsPayment.class)
                .isThrownBy(() -> payment.answerTo(attempt(1, TAE, 300)));
        assertThatExceptionOfType(ContradictsPayment.class)
                .isThrownBy(() -> payment.answerTo(attempt(1, MINA, 301)));
        var tombstone = payment(PaymentState.REVERSED, 0, null, 0, 0, null);
        assertThat(tombstone.answerTo(attempt(1, MINA, 301))).isEqualTo(new FencedOff());
    }

    @Test
    void owesWhatWasTakenUntilItIsBack() {
        var reversing = payment(PaymentState.REVERSING, 300, 0);
        assertThat(reversing.toReturn()).isEqualTo(Money.won(300));
        assertThatIllegalStateException().isThrownBy(reversing::returnedToPoints);
        var reversed = reversing.reversed();
        assertThat(reversed.returnedToPoints()).isEqualTo(Money.won(300));
        assertThatIllegalStateException().isThrownBy(reversed::toReturn);
        assertThatIllegalStateException()
                .isThrownBy(() -> payment(PaymentState.CHARGED, 300, 0).reversed());
    }

    @Test
    void movesMoneyOnlyFromOneAccountToAnother() {
        var charge = Transfer.inPoints(attempt(2));
        assertThat(charge.entries())
                .containsExactly(
                        new Transfer.Entry("wallet:mina", -300),
                        new Transfer.Entry("bookings", 300));
        var reversal = Transfer.reversal(BOOKING, MINA, Money.won(300));
        assertThat(reversal.entries())
                .containsExactly(
                        new Transfer.Entry("bookings", -300),
                        new Transfer.Entry("wallet:mina", 300));
        assertThat(reversal.idempotencyKey()).isNotEqualTo(charge.idempotencyKey());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transfer.byCard(BOOKING, Money.won(0)));
    }

    @Test
    void sharesRefundsOutSoThatTheyAddUpToTheCharge() {
        var captured = 110_000L;
        var byCard = 73_333L;
        var before = 0L;
        var toCard = 0L;
        for (var part : List.of(33_333L, 1L, 40_000L, 36_666L)) {
            var asked = new RefundAsked(BOOKING, MINA, "c" + part, Money.won(part), Money.won(0));
            var card = asked.cardPart(captured, byCard, before);
            assertThat(card).isBetween(0L, part);
            before += part;
            toCard += card;
        }
        assertThat(before).isEqualTo(captured);
        assertThat(toCard).isEqualTo(byCard);
    }

    private static ChargeAttempt attempt(int number) {
        return attempt(number, MINA, 300);
    }

    private static ChargeAttempt attempt(int number, BuyerId buyer, long won) {
        return ChargeAttempt.inPoints(BOOKING, buyer, number, Money.won(won));
    }

    /** Attempt 2 of 300 won, declined unless charged. */
    private static Payment payment(PaymentState state, long captured, long refunded) {
        return payment(
                state,
                2,
                Money.won(300),
                captured,
                refunded,
                captured == 0 ? DeclineReason.INSUFFICIENT_POINTS : null);
    }

    private static Payment payment(
            PaymentState state,
            int attempt,
            @Nullable Money amount,
            long captured,
            long refunded,
            @Nullable DeclineReason declined) {
        return new Payment(
                BOOKING, MINA, state, attempt, amount, captured, refunded, false, null, 0,
                declined);
    }
}
