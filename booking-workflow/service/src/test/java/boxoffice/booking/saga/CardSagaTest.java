package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.booking.contract.BookingFailure;
import boxoffice.booking.contract.PayBooking;
import boxoffice.booking.contract.PaymentAnswer;
import boxoffice.kernel.Money;
import io.temporal.failure.ApplicationFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments by card, and in two parts. */
class CardSagaTest extends OnStage {

    private static final Money PART = Money.won(10_000);

    @Test
    void paysWithAnotherCardAfterOneWasDeclinedAndWithPointsToo() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        assertThat(ticket.pay(card("CARD", null, null, TownPayment.BAD_CARD)))
                .isInstanceOfSatisfying(
                        PaymentAnswer.NotCharged.class,
                        answer -> assertThat(answer.decline()).isEqualTo("CARD_DECLINED"));
        assertThat(ticket.pay(card("POINTS_AND_CARD", Town.PRICE, PART, "pm_good")))
                .isInstanceOf(PaymentAnswer.Paid.class);
        assertEnds(ticket, Ending.CONFIRMED_BY_POINTS_AND_CARD, SOLD);
        assertThat(stage.town.points).hasValue(990_000);
    }

    @ParameterizedTest
    @CsvSource({
        "CARD, 110001, KRW, , AMOUNT_MISMATCH",
        "CARD, 110000, USD, , CURRENCY_MISMATCH",
        "POINTS_AND_CARD, , KRW, 110000, AMOUNT_MISMATCH",
        "POINTS_AND_CARD, , USD, 1, CURRENCY_MISMATCH"
    })
    void turnsAwayWhatDoesNotFitTheTotal(
            String method,
            @Nullable Long amount,
            String currency,
            @Nullable Long points,
            BookingFailure why)
            throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        var request =
                card(
                        method,
                        amount == null ? null : new Money(amount, currency),
                        points == null ? null : new Money(points, currency),
                        "pm_good");
        assertThatThrownBy(() -> ticket.pay(request))
                .rootCause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(why.name()));
        assertThat(faults.count("charge")).isZero();
    }

    @Test
    void freesTheSeatsWhileTheProviderStillOwesTheRefund() throws Exception {
        var ticket = chargedWithoutAnAnswer();
        faults.broken("finishReversal");
        stage.pass(LONG.plus(LONG));
        eventuallyAsTimePasses(ticket::needsOperator);
        assertThat(stage.town.seats).isEmpty();
        faults.mend("finishReversal");
        assertEnds(ticket, Ending.REFUND_OWED, UNDONE_AND_REVERSED);
        assertThat(stage.town.points).hasValue(1_000_000);
    }

    @Test
    void takesAnOperatorsWordForADebtThatTheProviderCannotPay() throws Exception {
        faults.hopeless("finishReversal");
        var ticket = chargedWithoutAnAnswer();
        stage.pass(LONG.plus(LONG));
        eventuallyAsTimePasses(ticket::needsOperator);
        assertThat(stage.town.seats).isEmpty();
        ticket.operator("finishReversal", 1, "skip");
        ticket.operator("finishReversal", 1, "markRefunded");
        assertEnds(ticket, Ending.REFUND_OWED_THEN_MARKED, UNDONE_AND_REVERSED);
        assertThat(faults.count("markRefunded")).isEqualTo(1);
    }

    /** The card is charged, no answer ever comes, and the patience ends. */
    private Stage.Ticket chargedWithoutAnAnswer() throws Exception {
        stage.town.payment.owesRefunds = true;
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        faults.losesAnswers("charge");
        ticket.payLater(card("CARD", null, null, "pm_good"));
        eventually(() -> faults.count("charge") > 0);
        return ticket;
    }

    private static PayBooking card(
            String method, @Nullable Money amount, @Nullable Money points, String card) {
        return new PayBooking(Stage.MINA, method, amount, points, card, "hash");
    }
}
