package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.ScheduleCancellationProgress;
import boxoffice.booking.contract.ScheduleCancellationStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who may have a schedule canceled, how fast it goes, and what does not stop it. */
class ScheduleCancellationCourseTest extends OnCanceledStage {

    @Test
    void isDoneAtOnceWhereNobodyBooked() throws Exception {
        assertEnds(
                CallOff.by(stage, CallOff.OPERATOR),
                ScheduleCancellationEnding.DONE_WITHOUT_BOOKINGS,
                0);
    }

    @Test
    void refusesAnotherPromotersScheduleAndChangesNothing() throws Exception {
        var ticket = sold(1);
        var callOff = CallOff.by(stage, CallOff.promoter("lee"));
        assertThat(callOff.answer().progress().status())
                .isEqualTo(ScheduleCancellationStatus.REFUSED);
        assertEnds(callOff, ScheduleCancellationEnding.REFUSED, 0);
        assertThat(CallOff.of(stage, "no-such-schedule").answer().progress().status())
                .isEqualTo(ScheduleCancellationStatus.REFUSED);
        assertThat(ticket.rows()).isEqualTo(SOLD);
        assertThat(held(2).now().reason()).isNull();
    }

    @Test
    void isNotSpoiledByOneWhoMayNotCancelIt() throws Exception {
        var tickets = sold(1, 2);
        var latch = faults.stalls("cancelSchedule");
        var foreign = CallOff.by(stage, CallOff.promoter("lee"));
        eventually(() -> faults.count("cancelSchedule") == 1);
        var own = CallOff.by(stage, CallOff.PARK);
        latch.countDown();
        assertThat(foreign.answer().progress().status())
                .isEqualTo(ScheduleCancellationStatus.REFUSED);
        assertThat(own.answer().progress().status())
                .isEqualTo(ScheduleCancellationStatus.CANCELING);
        var end = assertEnds(own, ScheduleCancellationEnding.DONE_THOUGH_REFUSED_TO_THE_FIRST, 2);
        assertThat(end.by()).isEqualTo("park");
        assertAllIsBack(tickets);
    }

    @Test
    void tellsAForeignPromoterNothingOfWhatIsUnderWay() throws Exception {
        sold(1);
        var latch = faults.stalls("refund");
        var own = CallOff.by(stage, CallOff.PARK);
        own.answer();
        var foreign = CallOff.by(stage, CallOff.promoter("lee")).answer().progress();
        assertThat(foreign.status()).isEqualTo(ScheduleCancellationStatus.REFUSED);
        assertThat(foreign.found()).isZero();
        assertThat(foreign.begunAt()).isNull();
        latch.countDown();
        assertThat(own.end().status()).isEqualTo(ScheduleCancellationStatus.DONE);
    }

    @Test
    void isNotStoppedByAWorkflowCancel() throws Exception {
        var tickets = sold(1, 2);
        var latch = faults.stalls("refund");
        var callOff = CallOff.by(stage, CallOff.PARK);
        eventually(() -> faults.count("refund") > 0);
        callOff.cancelWorkflow();
        latch.countDown();
        assertEnds(callOff, ScheduleCancellationEnding.DONE_THROUGH_WORKFLOW_CANCEL, 2);
        assertAllIsBack(tickets);
    }

    @Test
    void goesOnFromWhatIsLeftWhenItWasTerminatedAndBegunAgain() throws Exception {
        var tickets = sold(1, 4);
        var unpaid = held(5);
        var latch = faults.stallsOnceAfterWork("refund");
        var first = CallOff.atPace(stage, 10, 2);
        eventually(() -> faults.count("refund") > 0);
        first.terminate();
        var again = CallOff.by(stage, CallOff.OPERATOR);
        assertThat(again.answer().progress().promoterId()).hasToString("park");
        latch.countDown();
        var end = again.end();
        assertThat(end.status()).isEqualTo(ScheduleCancellationStatus.DONE);
        assertThat(end.canceled()).isEqualTo(end.found());
        assertThat(end.begunAt()).isEqualTo(Instant.parse("2026-12-01T03:00:00Z"));
        ScheduleCancellationEnding.RESUMED.recordIfAsked(again);
        assertThat(unpaid.end().reason()).isEqualTo(CancelReason.BY_PROMOTER);
        assertThat(stage.town.payment.refunds).hasSize(4);
        assertAllIsBack(tickets);
    }

    @Test
    void goesOnWithTheCountsOfTheRunBefore() throws Exception {
        var tickets = sold(1, 2);
        var begunAt = Instant.parse("2026-12-01T03:00:00Z");
        var callOff =
                CallOff.continued(
                        stage, new ScheduleCancellationProgress(TownConcert.PARK, begunAt, 10));
        assertThat(callOff.answer().progress().status())
                .isEqualTo(ScheduleCancellationStatus.CANCELING);
        assertEnds(callOff, ScheduleCancellationEnding.DONE_BY_A_LATER_RUN, 10);
        assertThat(faults.count("cancelSchedule")).isZero();
        assertAllIsBack(tickets);
    }

    @Test
    void startsNoMoreWithinASecondThanItsPace() throws Exception {
        var tickets = sold(1, 9);
        var callOff = CallOff.atPace(stage, 2, 20);
        callOff.end();
        var starts = callOff.starts();
        assertThat(starts).hasSize(9);
        for (int n = 2; n < starts.size(); n++) {
            assertThat(Duration.between(starts.get(n - 2), starts.get(n)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertAllIsBack(tickets);
    }

    @Test
    void hasNoMoreUnderWayThanItsPaceUntilItIsHurried() throws Exception {
        var tickets = sold(1, 6);
        var latch = faults.stalls("claimLines");
        var callOff = CallOff.atPace(stage, 100, 2);
        eventually(() -> faults.count("claimLines") == 2);
        callOff.pace(0, 5);
        Thread.sleep(500);
        assertThat(faults.count("claimLines")).isEqualTo(2);
        callOff.pace(100, 5);
        eventually(() -> faults.count("claimLines") == 5);
        latch.countDown();
        assertEnds(callOff, ScheduleCancellationEnding.DONE_AT_ANOTHER_PACE, 6);
        assertAllIsBack(tickets);
    }
}
