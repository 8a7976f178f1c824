package boxoffice.payment.activity;

import boxoffice.kernel.BookingId;
import boxoffice.payment.contract.Dispute;
import boxoffice.payment.contract.StartDispute;
import boxoffice.payment.provider.DisputeFollower;
import boxoffice.payment.provider.DisputeNotTold;
import boxoffice.temporal.TimedCall;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Starts the workflow that follows a dispute, or wakes the one that does. */
@Component
class DisputesByWorkflow implements DisputeFollower {

    /** Less than a provider waits for the answer to its webhook. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(4);

    private final WorkflowClient client;

    DisputesByWorkflow(WorkflowClient client) {
        this.client = client;
    }

    @Override
    public void follow(BookingId booking, String disputeId) {
        try {
            TimedCall.within(WAIT_MAX, () -> signalWithStart(booking, disputeId));
        } catch (RuntimeException e) {
            throw new DisputeNotTold("Temporal does not take it", e);
        }
    }

    private WorkflowExecution signalWithStart(BookingId booking, String disputeId) {
        var workflow =
                client.newWorkflowStub(
                        Dispute.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(Dispute.workflowId(booking, disputeId))
                                .setTaskQueue(Dispute.TASK_QUEUE)
                                .setWorkflowIdReusePolicy(
                                        WorkflowIdReusePolicy
                                                .WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                                .setStaticSummary(
                                        "Dispute %s of booking %s".formatted(disputeId, booking))
                                .build());
        var both = client.newSignalWithStartRequest();
        both.add(workflow::follow, new StartDispute(booking, disputeId));
        both.add(workflow::heard);
        return client.signalWithStart(both);
    }
}
