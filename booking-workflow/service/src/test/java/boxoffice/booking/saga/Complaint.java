package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.BookingAttributes;
import boxoffice.booking.contract.OperatorDecision;
import boxoffice.kernel.BookingId;
import boxoffice.payment.contract.Dispute;
import boxoffice.payment.contract.DisputeStanding;
import boxoffice.payment.contract.StartDispute;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;

/** One dispute on the {@link Stage}, told of as the payment service does. */
final class Complaint {

    static final String ID = "dp_1";

    private final Stage stage;
    private final BookingId booking;
    private final String workflowId;

    private Complaint(Stage stage, BookingId booking) {
        this.stage = stage;
        this.booking = booking;
        workflowId = Dispute.workflowId(booking, ID);
    }

    static Complaint of(Stage stage, BookingId booking) {
        var complaint = new Complaint(stage, booking);
        complaint.tell();
        return complaint;
    }

    /** The provider tells of it, for the first time or again. */
    void tell() {
        var dispute =
                stage.client.newWorkflowStub(
                        Dispute.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(Dispute.TASK_QUEUE)
                                .setWorkflowIdReusePolicy(
                                        WorkflowIdReusePolicy
                                                .WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                                .build());
        var both = stage.client.newSignalWithStartRequest();
        both.add(dispute::follow, new StartDispute(booking, ID));
        both.add(dispute::heard);
        stage.client.signalWithStart(both);
    }

    private WorkflowStub stub() {
        return stage.client.newUntypedWorkflowStub(workflowId);
    }

    /** Waits for the end, skipping time. */
    void end() {
        try {
            stub().getResult(DisputeStanding.class);
        } catch (WorkflowFailedException e) {
            assertThat(e).hasRootCauseInstanceOf(CanceledFailure.class);
        }
    }

    void cancelWorkflow() {
        stub().cancel();
    }

    void operator(String step, int park, String action) {
        stub().signal(
                        "operator",
                        new OperatorDecision(step, park, action, "kim", "looked into it"));
    }

    boolean needsOperator() {
        var attributes = stub().describe().getTypedSearchAttributes();
        return Boolean.TRUE.equals(attributes.get(BookingAttributes.NEEDS_OPERATOR));
    }

    String history() {
        return stage.client.fetchHistory(workflowId).toJson(true);
    }
}
