package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.CancellationRefusal;
import boxoffice.booking.contract.CancellationStatus;
import boxoffice.kernel.BookingId;
import boxoffice.payment.contract.Dispute;
import boxoffice.payment.contract.DisputeState;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A buyer's bank wants the money back: the order shows it, and a person is told. */
class DisputeSagaTest extends OnStage {

    private Stage.Ticket sold() throws Exception {
        var ticket = stage.book("k1", "A-1-1");
        ticket.reserved();
        ticket.pay();
        ticket.end();
        return ticket;
    }

    private Complaint disputed() throws Exception {
        var complaint = Complaint.of(stage, sold().id);
        eventually(complaint::needsOperator);
        return complaint;
    }

    private void bankDecides(DisputeState how) {
        stage.town.payment.dispute = how;
    }

    private void assertEnds(Complaint complaint, DisputeEnding ending) {
        complaint.end();
        assertThat(stage.town.order.disputes).containsEntry(Complaint.ID, ending.state.name());
        assertThat(complaint.needsOperator()).isFalse();
        ending.recordIfAsked(complaint);
    }

    @Test
    void isStartedUnderTheBookingsIdOnTheSagasQueue() {
        var id = new BookingId(UUID.randomUUID());
        assertThat(Dispute.TASK_QUEUE).isEqualTo(Booking.TASK_QUEUE);
        assertThat(Dispute.workflowId(id, "dp_1"))
                .isEqualTo(Booking.workflowId(id) + "/dispute/dp_1");
    }

    @Test
    void showsItUntilItIsWon() throws Exception {
        var complaint = disputed();
        assertThat(stage.town.order.disputes).containsEntry(Complaint.ID, "OPEN");
        bankDecides(DisputeState.WON);
        complaint.tell();
        assertEnds(complaint, DisputeEnding.WON);
    }

    @Test
    void showsThatItIsLost() throws Exception {
        var complaint = disputed();
        bankDecides(DisputeState.LOST);
        complaint.tell();
        assertEnds(complaint, DisputeEnding.LOST);
    }

    @Test
    void needsNobodyAnyMoreOnceAPersonHasSeenIt() throws Exception {
        var complaint = disputed();
        complaint.operator("answerDispute", 1, "acknowledge");
        eventually(() -> !complaint.needsOperator());
        complaint.tell();
        eventually(() -> faults.count("lookAtDispute") >= 3);
        assertThat(complaint.needsOperator()).as("not raised again").isFalse();
        assertThat(stage.town.order.disputes).containsEntry(Complaint.ID, "OPEN");
        bankDecides(DisputeState.LOST);
        complaint.tell();
        assertEnds(complaint, DisputeEnding.LOST_AFTER_IT_WAS_ACKNOWLEDGED);
    }

    @Test
    void looksAgainWhenToldAndWaitsOnUnderANewNumber() throws Exception {
        var complaint = disputed();
        complaint.operator("answerDispute", 1, "retry");
        eventually(() -> faults.count("lookAtDispute") >= 2);
        complaint.operator("answerDispute", 1, "acknowledge");
        complaint.operator("answerDispute", 2, "skip");
        complaint.operator("refund", 2, "acknowledge");
        Thread.sleep(300);
        assertThat(complaint.needsOperator()).isTrue();
        bankDecides(DisputeState.LOST);
        complaint.operator("answerDispute", 2, "retry");
        assertEnds(complaint, DisputeEnding.LOST_AFTER_ANOTHER_LOOK);
    }

    @Test
    void looksByItselfOnceADayThoughNothingIsHeard() throws Exception {
        var complaint = disputed();
        stage.pass(Duration.ofHours(25));
        assertThat(complaint.needsOperator()).isTrue();
        bankDecides(DisputeState.LOST);
        assertEnds(complaint, DisputeEnding.LOST_UNHEARD);
    }

    @Test
    void isNotStoppedByAWorkflowCancel() throws Exception {
        var complaint = disputed();
        complaint.cancelWorkflow();
        bankDecides(DisputeState.LOST);
        complaint.tell();
        assertEnds(complaint, DisputeEnding.LOST_THROUGH_WORKFLOW_CANCEL);
    }

    @Test
    void calledNobodyForWhatIsClosedWhenItIsFirstLookedAt() throws Exception {
        bankDecides(DisputeState.WON);
        var complaint = Complaint.of(stage, sold().id);
        assertEnds(complaint, DisputeEnding.CLOSED_BEFORE_IT_WAS_LOOKED_AT);
    }

    @Test
    void triesForAsLongAsItTakesToLookAndTellsAnOperator() throws Exception {
        faults.broken("lookAtDispute");
        bankDecides(DisputeState.LOST);
        var complaint = Complaint.of(stage, sold().id);
        stage.pass(LONG);
        eventuallyAsTimePasses(complaint::needsOperator);
        faults.mend("lookAtDispute");
        assertEnds(complaint, DisputeEnding.OVERDUE_LOOK);
    }

    @Test
    void waitsForAnOperatorWhereThereIsNoOrderToShowItOn() throws Exception {
        bankDecides(DisputeState.LOST);
        var id = new BookingId(UUID.randomUUID());
        var complaint = Complaint.of(stage, id);
        eventually(complaint::needsOperator);
        stage.town.orders.put(id, "CONFIRMED");
        complaint.operator("disputeOrder", 1, "retry");
        assertEnds(complaint, DisputeEnding.PARKED_WITHOUT_AN_ORDER);
    }

    @Test
    void meetsWhatIsFinalWhenItIsToldOfAfterItsEnd() throws Exception {
        var complaint = disputed();
        bankDecides(DisputeState.LOST);
        complaint.tell();
        complaint.end();
        complaint.tell();
        assertEnds(complaint, DisputeEnding.MET_AGAIN_AFTER_ITS_END);
        assertThat(faults.count("disputeOrder")).isEqualTo(2);
    }

    @Test
    void refusesToGiveBackWhatTheBankHasAskedFor() throws Exception {
        var complaint = disputed();
        var id = BookingId.of(Stage.MINA, "k1");
        var refused = Withdrawal.of(stage, id, "c1").end();
        assertThat(refused.status()).isEqualTo(CancellationStatus.REFUSED);
        assertThat(refused.refusal()).isEqualTo(CancellationRefusal.DISPUTED);
        assertThat(stage.town.payment.refunds).isEmpty();
        bankDecides(DisputeState.WON);
        complaint.tell();
        complaint.end();
        assertThat(Withdrawal.of(stage, id, "c2").end().status())
                .isEqualTo(CancellationStatus.CANCELED);
    }
}
