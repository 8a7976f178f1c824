package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.booking.contract.BookingFailure;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.PaymentAnswer;
import boxoffice.kernel.Money;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the buyer does, and what comes of it. */
class BookingSagaTest extends OnStage {

    @Test
    void sellsWhatIsPaid() throws Exception {
        var ticket = stage.book("k1", "A-1-1", "A-1-2");
        var held = ticket.reserved();
        assertThat(held.status()).isEqualTo(BookingStatus.AWAITING_PAYMENT);
        assertThat(held.total()).isEqualTo(Money.won(220_000));
        assertThat(held.commandHash()).isEqualTo("hash");

        assertThat(ticket.pay()).isInstanceOf(PaymentAnswer.Paid.class);
        assertEnds(ticket, Ending.CONFIRMED, SOLD);
        assertThat(stage.town.points).hasValue(780_000);
    }

    @Test
    void refusesSeatsThatSomebodyElseHoldsAndUndoesTheRest() throws Exception {
        stage.book("first", "A-1-1").reserved();
        var second = stage.book("second", "A-1-2", "A-1-1");
        var refused = second.reserved();
        assertThat(refused.status()).isEqualTo(BookingStatus.CANCELED);
        assertThat(refused.reason()).isEqualTo(CancelReason.SEATS_TAKEN);
        assertThat(refused.refusedSeats()).contains("A-1-1");
        assertEnds(second, Ending.REFUSED, UNDONE);
    }

    @Test
    void undoesEverythingWhenAServiceIsAwayForTheWholeReservation() throws Exception {
        faults.broken("openOrder");
        var ticket = stage.book("k1", "A-1-1");
        assertEnds(ticket, Ending.UNAVAILABLE, UNDONE);
        assertThat(stage.town.seats).isEmpty();
    }

    @Test
    void keepsTheHoldThroughADeclineAndSellsWhenPaidLater() throws Exception {
        stage.town.points.set(1_000);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        assertThat(ticket.pay())
                .isInstanceOfSatisfying(
                        PaymentAnswer.NotCharged.class,
                        answer -> {
                            assertThat(answer.decline()).isEqualTo("INSUFFICIENT_POINTS");
                            assertThat(answer.mayRetry()).isTrue();
                            assertThat(answer.booking().status())
                                    .isEqualTo(BookingStatus.AWAITING_PAYMENT);
                        });
        stage.town.points.set(1_000_000);
        assertThat(ticket.pay()).isInstanceOf(PaymentAnswer.Paid.class);
        assertEnds(ticket, Ending.CONFIRMED_AFTER_DECLINE, SOLD);
    }

    @Test
    void endsTheHoldAtItsDeadlineAfterADecline() throws Exception {
        stage.town.points.set(0);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.pay();
        assertEnds(ticket, Ending.EXPIRED_AFTER_DECLINE, UNDONE_AND_REVERSED);
        assertThat(stage.town.points).hasValue(0);
    }

    @Test
    void endsTheHoldAtItsDeadlineWhenNobodyPays() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        assertEnds(ticket, Ending.EXPIRED, UNDONE);
        assertThat(stage.town.seats).isEmpty();
    }

    @Test
    void countsAChargeThatWasInFlightWhenTheDeadlinePassed() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        stage.pass(Town.HOLD.minusMinutes(1));
        faults.broken("charge");
        var payment = ticket.payLater();
        eventually(() -> faults.count("charge") > 0);
        stage.pass(Duration.ofMinutes(2));
        assertThat(ticket.now().status()).isEqualTo(BookingStatus.PAYING);
        faults.mend("charge");
        assertThat(ticket.end().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(payment.getResult()).isInstanceOf(PaymentAnswer.Paid.class);
        assertThat(ticket.rows()).isEqualTo(SOLD);
    }

    @Test
    void turnsASecondPaymentAndACancellationAwayWhileOneIsInFlight() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        var latch = faults.stalls("charge");
        var payment = ticket.payLater();
        eventually(() -> faults.count("charge") > 0);
        assertTurnedAway(ticket::pay, BookingFailure.CHARGE_IN_FLIGHT);
        assertTurnedAway(ticket::cancel, BookingFailure.CHARGE_IN_FLIGHT);
        latch.countDown();
        assertThat(payment.getResultAsync().get(30, TimeUnit.SECONDS))
                .isInstanceOf(PaymentAnswer.Paid.class);
        ticket.end();
        assertThat(stage.town.points).hasValue(890_000);
    }

    @Test
    void takesNoMoneyTwiceWhenTheAnswerOfTheChargeIsLost() throws Exception {
        faults.losesOneAnswer("charge");
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        var payment = ticket.payLater();
        assertThat(ticket.end().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(payment.getResultAsync().get(30, TimeUnit.SECONDS))
                .isInstanceOf(PaymentAnswer.Paid.class);
        assertThat(stage.town.points).hasValue(890_000);
    }

    @Test
    void takesNoLateAnswerOfTheFirstAttemptForTheSecondsAnswer() throws Exception {
        stage.town.points.set(0);
        var first = faults.stallsOnce("charge");
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        var declined = ticket.payLater();
        eventually(() -> faults.count("charge") == 1);
        stage.pass(Pace.START_TO_CLOSE.plusSeconds(5));
        assertThat(declined.getResultAsync().get(30, TimeUnit.SECONDS))
                .isInstanceOf(PaymentAnswer.NotCharged.class);

        stage.town.points.set(1_000_000);
        var second = faults.stallsOnce("charge");
        var paid = ticket.payLater();
        eventually(() -> faults.count("charge") == 3);
        first.countDown();
        eventually(
                () -> faults.results().stream().filter(it -> it.contains("Declined")).count() == 2);
        assertThat(ticket.now().status()).isEqualTo(BookingStatus.PAYING);
        second.countDown();
        assertThat(paid.getResultAsync().get(30, TimeUnit.SECONDS))
                .isInstanceOf(PaymentAnswer.Paid.class);
        assertThat(ticket.end().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(ticket.rows()).isEqualTo(SOLD);
        assertThat(stage.town.points).hasValue(890_000);
    }

    @Test
    void letsNobodyTryCardsForEver() throws Exception {
        stage.town.points.set(0);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        for (var attempt = 1; attempt <= Charging.ATTEMPTS_MAX; attempt++) {
            assertThat(ticket.pay()).isInstanceOf(PaymentAnswer.NotCharged.class);
        }
        assertTurnedAway(ticket::pay, BookingFailure.TOO_MANY_ATTEMPTS);
        assertThat(faults.count("charge")).isEqualTo(Charging.ATTEMPTS_MAX);
    }

    @Test
    void cancelsForTheBuyerWhileItWaits() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        assertThat(ticket.cancel().status()).isEqualTo(BookingStatus.CANCELED);
        assertThat(stage.town.seats).as("free again when the buyer is told").isEmpty();
        assertEnds(ticket, Ending.CANCELED_BY_BUYER, UNDONE);
        assertThatThrownBy(ticket::pay).isNotNull();
    }

    @Test
    void cancelsNothingWhileItReserves() throws Exception {
        var latch = faults.stalls("openOrder");
        var ticket = stage.book("k1", "A-1-1");
        eventually(() -> faults.count("openOrder") > 0);
        assertTurnedAway(ticket::cancel, BookingFailure.STILL_RESERVING);
        latch.countDown();
        assertThat(ticket.reserved().status()).isEqualTo(BookingStatus.AWAITING_PAYMENT);
    }

    @Test
    void looksAtACancelOfTheWorkflowWhereItWaits() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.cancelWorkflow();
        assertEnds(ticket, Ending.CANCELED_BY_WORKFLOW_CANCEL, UNDONE);
    }

    @Test
    void looksAtACancelOfTheWorkflowOnlyAfterReserving() throws Exception {
        var latch = faults.stalls("openOrder");
        var ticket = stage.book("k1", "A-1-1");
        eventually(() -> faults.count("openOrder") > 0);
        ticket.cancelWorkflow();
        latch.countDown();
        assertThat(ticket.end().reason()).isEqualTo(CancelReason.BY_BUYER);
        assertThat(ticket.rows()).isEqualTo(UNDONE);
    }

    @Test
    void sellsAllTheSameWhenTheWorkflowIsCanceledDuringACharge() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        var latch = faults.stalls("charge");
        ticket.payLater();
        eventually(() -> faults.count("charge") > 0);
        ticket.cancelWorkflow();
        latch.countDown();
        assertThat(ticket.end().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(ticket.rows()).isEqualTo(SOLD);
    }

    @Test
    void cancelsAfterADeclineWhenTheWorkflowWasCanceledDuringTheCharge() throws Exception {
        stage.town.points.set(0);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        var latch = faults.stalls("charge");
        ticket.payLater();
        eventually(() -> faults.count("charge") > 0);
        ticket.cancelWorkflow();
        latch.countDown();
        assertThat(ticket.end().reason()).isEqualTo(CancelReason.BY_BUYER);
        assertThat(ticket.rows()).isEqualTo(UNDONE_AND_REVERSED);
    }

    @Test
    void answersAnOldKeyFromTheRowsWhenItsBookingWasSold() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.pay();
        ticket.end();
        var again = ticket.again("k1", "A-1-1");
        assertThat(again.reserved().seats()).hasSize(1);
        assertEnds(again, Ending.CONFIRMED_BEFORE, SOLD);
    }

    @Test
    void findsInItsUndoThatAnOldKeysBookingWasSold() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.pay();
        ticket.end();
        faults.broken("takePass");
        faults.broken("holdSeats");
        faults.broken("openOrder");
        assertEnds(ticket.again("k1", "A-1-1"), Ending.CONFIRMED_BEFORE_MET_BY_UNDO, SOLD);
    }

    @Test
    void answersAnOldKeyFromTheRowsWhenItsBookingWasNotSold() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.end();
        var calls = faults.count("holdSeats");
        var again = ticket.again("k1", "A-1-1");
        assertEnds(again, Ending.CANCELED_BEFORE, UNDONE);
        assertThat(faults.count("holdSeats")).isEqualTo(calls + 1);
        assertThat(stage.town.seats).isEmpty();
    }

    private static void assertTurnedAway(ThrowingCallable request, BookingFailure why) {
        assertThatThrownBy(request)
                .rootCause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(why.name()));
    }
}
