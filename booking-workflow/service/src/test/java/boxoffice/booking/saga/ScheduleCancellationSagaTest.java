package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.booking.contract.OperatorDecision;
import boxoffice.booking.contract.ScheduleCancellationStatus;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A promoter cancels a schedule, and every booking is given back, whatever state it is in. */
class ScheduleCancellationSagaTest extends OnCanceledStage {

    @Test
    void givesPaidAndUnpaidBookingsBackAndSellsNothingMore() throws Exception {
        var paid = sold(1, 3);
        var unpaid = List.of(held(4), held(5));
        var callOff = CallOff.by(stage, CallOff.PARK);
        var answer = callOff.answer();
        assertThat(answer.commandHash()).isEqualTo("hash of park");
        assertThat(answer.progress().status()).isEqualTo(ScheduleCancellationStatus.CANCELING);
        assertThat(stage.book("k9", "A-1-9").reserved().reason())
                .isEqualTo(CancelReason.SCHEDULE_CANCELED);
        var end = assertEnds(callOff, ScheduleCancellationEnding.DONE, 5);
        assertThat(end.by()).isEqualTo("park");
        assertThat(end.reason()).isEqualTo("the singer is ill");
        assertThat(end.begunAt()).isEqualTo(Instant.parse("2026-12-01T03:00:00Z"));
        for (var ticket : unpaid) {
            assertEnds(ticket, Ending.CANCELED_BY_PROMOTER, UNDONE);
        }
        assertAllIsBack(paid);
        assertThat(stage.town.payment.refunds).hasSize(3);
    }

    @Test
    void countsAChargeInFlightAndGivesItBackAfterwards() throws Exception {
        var ticket = held(1);
        var latch = faults.stalls("charge");
        var paying = ticket.payLater();
        eventually(() -> faults.count("charge") == 1);
        var callOff = CallOff.by(stage, CallOff.PARK);
        eventually(() -> callOff.now().waiting() == 1);
        Thread.sleep(300);
        assertThat(stage.town.holds).containsEntry(ticket.id, "HELD");
        latch.countDown();
        assertThat(paying.getResultAsync().get().booking().reason()).isNull();
        assertEnds(callOff, ScheduleCancellationEnding.DONE_AFTER_A_CHARGE_IN_FLIGHT, 1);
        assertAllIsBack(List.of(ticket));
    }

    @Test
    void endsABookingWhoseChargeInFlightIsDeclined() throws Exception {
        var ticket = held(1);
        stage.town.points.set(0);
        var latch = faults.stalls("charge");
        ticket.payLater();
        eventually(() -> faults.count("charge") == 1);
        ticket.cancelByPromoter();
        Thread.sleep(300);
        assertThat(ticket.now().status().isFinal()).isFalse();
        latch.countDown();
        assertEnds(ticket, Ending.CANCELED_BY_PROMOTER_AFTER_DECLINE, UNDONE_AND_REVERSED);
    }

    @Test
    void endsABookingWhoseSeatsWereHeldWithoutItsKnowing() throws Exception {
        faults.losesAnswers("holdSeats");
        var ticket = stage.book("k1", "A-1-1");
        eventually(() -> "HELD".equals(stage.town.holds.get(ticket.id)));
        var callOff = CallOff.by(stage, CallOff.PARK);
        eventually(() -> callOff.now().waiting() == 1);
        faults.mend("holdSeats");
        assertThat(ticket.end().reason()).isEqualTo(CancelReason.BY_PROMOTER);
        assertThat(ticket.rows()).isEqualTo(UNDONE);
        assertThat(callOff.end().status()).isEqualTo(ScheduleCancellationStatus.DONE);
    }

    @Test
    void waitsForABookingToCloseBeforeItGivesItBack() throws Exception {
        var ticket = sold(1);
        stage.sagasThatAreOpen.add(ticket.id);
        var callOff = CallOff.by(stage, CallOff.PARK);
        eventually(() -> callOff.now().open() == 1);
        Thread.sleep(300);
        assertThat(faults.count("claimLines")).isZero();
        stage.sagasThatAreOpen.clear();
        assertThat(callOff.end().canceled()).isEqualTo(1);
        assertAllIsBack(List.of(ticket));
    }

    @Test
    void goesOnWithTheOthersWhileOneNeedsAnOperator() throws Exception {
        var parked = sold(1);
        stage.town.payments.put(parked.id, "REVERSED");
        var others = sold(2, 5);
        var callOff = CallOff.atPace(stage, 10, 1);
        eventually(() -> "REFUNDING".equals(statusOf(parked)));
        eventuallyAsTimePasses(() -> callOff.now().canceled() == 5);
        var now = callOff.now();
        assertThat(now.open()).isEqualTo(1);
        assertThat(now.slow()).isEqualTo(1);
        assertThat(others).allSatisfy(ticket -> assertThat(ticket.rows()).isEqualTo(GIVEN_BACK));
        stage.town.payments.put(parked.id, "CHARGED");
        stage.client
                .newUntypedWorkflowStub(cancellation(parked.id))
                .signal("operator", new OperatorDecision("refund", 1, "retry", "kim", "seen"));
        assertEnds(callOff, ScheduleCancellationEnding.DONE_AFTER_A_PARKED_REFUND, 6);
        assertAllIsBack(List.of(parked));
    }

    private String statusOf(Stage.Ticket ticket) {
        try {
            return stage.client
                    .newUntypedWorkflowStub(cancellation(ticket.id))
                    .query("snapshot", CancellationSnapshot.class)
                    .status()
                    .name();
        } catch (WorkflowNotFoundException e) {
            return "none";
        }
    }

    @Test
    void takesBackWhatTheBuyerHasLeft() throws Exception {
        stage.town.order.feePerLine = Money.won(0);
        var ticket = stage.book("k1", "A-1-1", "A-1-2");
        ticket.reserved();
        ticket.pay();
        ticket.end();
        Withdrawal.of(stage, ticket.id, "c1", "A-1-1").end();
        assertThat(CallOff.by(stage, CallOff.PARK).end().canceled()).isEqualTo(1);
        assertThat(stage.town.payment.refunds).hasSize(2);
        assertAllIsBack(List.of(ticket));
    }

    @Test
    void leavesTheRestToABuyersCancellationThatHasItAlready() throws Exception {
        var ticket = sold(1);
        var latch = faults.stalls("refund");
        var own = Withdrawal.of(stage, ticket.id, "c1");
        eventually(() -> faults.count("refund") == 1);
        var callOff = CallOff.by(stage, CallOff.PARK);
        eventually(() -> faults.count("claimLines") == 2);
        latch.countDown();
        own.end();
        assertThat(callOff.end().status()).isEqualTo(ScheduleCancellationStatus.DONE);
        assertThat(stage.town.payment.refunds).hasSize(1);
        assertAllIsBack(List.of(ticket));
    }

    @Test
    void meetsInALaterPassWhatItDidNotSeeInTheFirst() throws Exception {
        var ticket = sold(1);
        stage.sagasThatAreOpen.add(ticket.id);
        var callOff = CallOff.by(stage, CallOff.PARK);
        eventually(() -> callOff.now().open() == 1);
        var late = BookingId.of(Stage.MINA, "late");
        stage.town.holds.put(late, "HELD");
        stage.pass(Duration.ofMinutes(2));
        eventually(() -> callOff.now().waiting() == 1);
        stage.town.holds.put(late, "RELEASED");
        stage.sagasThatAreOpen.clear();
        assertThat(callOff.end().found()).isEqualTo(2);
    }
}
