package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for a person, and what a person may decide. */
class OperatorTest extends OnStage {

    private Stage.Ticket expiredAndParkedAt(String step) throws Exception {
        faults.hopeless(step);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        stage.pass(Town.HOLD.plusMinutes(1));
        eventuallyAsTimePasses(ticket::needsOperator);
        return ticket;
    }

    private Stage.Ticket paidAndParkedAt(String step) throws Exception {
        faults.hopeless(step);
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.payLater();
        eventually(ticket::needsOperator);
        return ticket;
    }

    private static void assertStillParked(Stage.Ticket ticket) throws Exception {
        Thread.sleep(300);
        assertThat(ticket.needsOperator()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"releaseSeats", "cancelOrder", "givePassBack"})
    void triesAParkedUndoAgainWhenTold(String step) throws Exception {
        var ticket = expiredAndParkedAt(step);
        faults.mend(step);
        ticket.operator(step, 1, "retry");
        assertEnds(ticket, Ending.UNDO_PARKED_THEN_RETRIED, UNDONE);
    }

    @Test
    void parksAgainUnderANewNumberWhenARetryFails() throws Exception {
        var ticket = expiredAndParkedAt("releaseSeats");
        ticket.operator("releaseSeats", 1, "retry");
        eventually(() -> faults.count("releaseSeats") == 2);
        faults.mend("releaseSeats");
        ticket.operator("releaseSeats", 1, "retry");
        assertStillParked(ticket);
        ticket.operator("releaseSeats", 2, "retry");
        assertThat(ticket.end().reason()).isEqualTo(CancelReason.EXPIRED);
        assertThat(ticket.rows()).isEqualTo(UNDONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"releaseSeats", "cancelOrder", "givePassBack"})
    void skipsAParkedUndoWhenTold(String step) throws Exception {
        var ticket = expiredAndParkedAt(step);
        ticket.operator(step, 1, "skip");
        var end = ticket.end();
        assertThat(end.status()).isEqualTo(BookingStatus.CANCELED);
        assertThat(ticket.needsOperator()).isFalse();
        if (step.equals("givePassBack")) {
            assertThat(ticket.rows()).isEqualTo("RELEASED CANCELED none TAKEN");
            Ending.UNDO_PARKED_THEN_SKIPPED.recordIfAsked(ticket);
        }
    }

    @Test
    void dropsADecisionForAnotherStepAnotherParkOrNobodysName() throws Exception {
        var ticket = expiredAndParkedAt("releaseSeats");
        faults.mend("releaseSeats");
        ticket.operator("cancelOrder", 1, "retry");
        ticket.operator("releaseSeats", 2, "retry");
        ticket.operator("releaseSeats", 1, "explode");
        ticket.operator("releaseSeats", 1, "markRefunded");
        ticket.operator("releaseSeats", 1, "reverse");
        assertStillParked(ticket);
        ticket.operator("releaseSeats", 1, "retry");
        assertThat(ticket.end().status()).isEqualTo(BookingStatus.CANCELED);
    }

    @Test
    void refusesToSkipMoneyAndMarksItRefundedInstead() throws Exception {
        faults.broken("charge");
        faults.hopeless("reverse");
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.payLater();
        stage.pass(Duration.ofMinutes(11));
        eventuallyAsTimePasses(ticket::needsOperator);
        ticket.operator("reverse", 1, "skip");
        assertStillParked(ticket);
        assertThat(stage.town.seats).as("kept until the reversal is certain").isNotEmpty();
        ticket.operator("reverse", 1, "markRefunded");
        assertEnds(ticket, Ending.MARKED_REFUNDED, UNDONE_AND_REVERSED);
        assertThat(faults.count("markRefunded")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sellSeats", "confirmOrder", "finishPass"})
    void refusesToSkipOrReverseASettleStepThatFails(String step) throws Exception {
        var ticket = paidAndParkedAt(step);
        ticket.operator(step, 1, "skip");
        ticket.operator(step, 1, "reverse");
        assertStillParked(ticket);
        faults.mend(step);
        ticket.operator(step, 1, "retry");
        assertEnds(ticket, Ending.CONFIRMED_AFTER_PARKED_SETTLE, SOLD);
    }

    @Test
    void takesARefusedSaleBackOnlyWhenAnOperatorHasReviewedIt() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        stage.town.holds.put(ticket.id, "RELEASED");
        ticket.payLater();
        eventually(ticket::needsOperator);
        assertThat(stage.town.points).hasValue(890_000);
        ticket.operator("sellSeats", 1, "reverse");
        assertEnds(ticket, Ending.SALE_REVERSED, UNDONE_AND_REVERSED);
        assertThat(stage.town.points).hasValue(1_000_000);
    }
}
