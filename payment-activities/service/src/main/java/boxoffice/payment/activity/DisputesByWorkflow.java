package boxoffice.payment.activity;

import boxoffice.kernel.BookingId;
import boxoffice.payment.contract.Dispute;
import boxoffice.payment.contract.StartDispute;
import boxoffice.payment.provider.DisputeFollower;
import boxoffice.payment.provider.DisputeNotTold;
import io.grpc.Context;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /**
     * On a thread of its own: where Temporal is away the SDK tries for longer than anybody here may
     * wait, so the call is left behind, and cancelled.
     */
    @Override
    public void follow(BookingId booking, String disputeId) {
        var context = Context.current().withCancellation();
        var call = new FutureTask<Void>(context.wrap(() -> signalWithStart(booking, disputeId)));
        Thread.ofVirtual().name("follow-dispute").start(call);
        try {
            call.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DisputeNotTold("Temporal does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DisputeNotTold("interrupted", e);
        } catch (ExecutionException e) {
            throw new DisputeNotTold("Temporal does not take it", e);
        } finally {
            context.cancel(null);
            call.cancel(true);
        }
    }

    private Void signalWithStart(BookingId booking, String disputeId) {
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
        client.signalWithStart(both);
        return null;
    }
}
