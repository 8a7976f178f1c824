package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.PaymentAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must succeed in the end, and does: passing faults, long faults, hopeless ones. */
class UndoAndSettleTest extends OnStage {

    @ParameterizedTest
    @ValueSource(strings = {"releaseSeats", "cancelOrder", "givePassBack", "reverse"})
    void undoesThroughAStepThatFailsOnce(String step) throws Exception {
        stage.town.points.set(0);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.pay();
        faults.failsOnce(step);
        assertThat(ticket.end().reason()).isEqualTo(CancelReason.EXPIRED);
        assertThat(ticket.rows()).isEqualTo(UNDONE_AND_REVERSED);
        assertThat(faults.count(step)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"releaseSeats", "cancelOrder", "givePassBack", "reverse"})
    void undoesThroughAStepThatLosesItsAnswer(String step) throws Exception {
        stage.town.points.set(0);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.pay();
        faults.losesOneAnswer(step);
        assertThat(ticket.end().reason()).isEqualTo(CancelReason.EXPIRED);
        assertThat(ticket.rows()).isEqualTo(UNDONE_AND_REVERSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"releaseSeats", "cancelOrder", "givePassBack"})
    void callsAnOperatorWhenAnUndoOutlastsItsPatienceAndGoesOnTrying(String step) throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        faults.broken(step);
        stage.pass(Town.HOLD.plus(LONG));
        eventuallyAsTimePasses(ticket::needsOperator);
        assertThat(ticket.now().status()).isEqualTo(BookingStatus.CANCELED);
        faults.mend(step);
        assertEnds(ticket, Ending.UNDO_OVERDUE, UNDONE);
    }

    @Test
    void keepsTheSeatsUntilTheReversalIsCertain() throws Exception {
        stage.town.points.set(0);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.pay();
        faults.broken("reverse");
        stage.pass(Town.HOLD.plus(LONG));
        eventuallyAsTimePasses(ticket::needsOperator);
        assertThat(stage.town.seats).containsKey("A-1-1");
        faults.mend("reverse");
        assertThat(ticket.end().reason()).isEqualTo(CancelReason.EXPIRED);
        assertThat(ticket.rows()).isEqualTo(UNDONE_AND_REVERSED);
        assertThat(ticket.needsOperator()).isFalse();
    }

    @Test
    void reversesAChargeWhoseOutcomeCannotBeLearned() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        faults.broken("charge");
        ticket.payLater();
        assertEnds(ticket, Ending.CHARGE_UNKNOWN, UNDONE_AND_REVERSED);
        assertThat(stage.town.points).hasValue(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sellSeats", "confirmOrder", "finishPass"})
    void goesForwardAndNeverBackWhenSettlingFailsForAWhile(String step) throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        faults.broken(step);
        var payment = ticket.payLater();
        stage.pass(LONG);
        eventuallyAsTimePasses(ticket::needsOperator);
        ticket.cancelWorkflow();
        stage.pass(Duration.ofMinutes(5));
        assertThat(ticket.now().status()).isEqualTo(BookingStatus.PAYING);
        faults.mend(step);
        assertEnds(ticket, Ending.CONFIRMED_AFTER_OVERDUE_SETTLE, SOLD);
        assertThat(payment.getResult()).isInstanceOf(PaymentAnswer.Paid.class);
        assertThat(faults.calls()).doesNotContain("reverse", "releaseSeats", "cancelOrder");
    }
}
