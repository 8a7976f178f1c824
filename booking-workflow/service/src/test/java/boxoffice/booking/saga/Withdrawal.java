package boxoffice.booking.saga;

import static io.temporal.api.enums.v1.WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.BookingAttributes;
import boxoffice.booking.contract.Cancellation;
import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.booking.contract.OperatorDecision;
import boxoffice.booking.contract.StartCancellation;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cancellation on the {@link Stage}, started like the REST edge does. */
final class Withdrawal {

    final String id;
    private final Stage stage;
    private final String workflowId;
    private final StartCancellation command;

    private Withdrawal(Stage stage, StartCancellation command) {
        this.stage = stage;
        this.command = command;
        id = command.bookingId() + "/" + command.cancellationId();
        workflowId = Cancellation.workflowId(command.bookingId(), command.cancellationId());
    }

    /** Starts it, or meets the one of that key. */
    static Withdrawal of(Stage stage, BookingId booking, String key, String... lines) {
        return of(stage, booking, key, null, lines);
    }

    static Withdrawal of(
            Stage stage,
            BookingId booking,
            String key,
            @Nullable Money quotedFee,
            String... lines) {
        var command =
                new StartCancellation(
                        booking,
                        Stage.MINA,
                        Cancellation.cancellationId(booking, key),
                        List.of(lines),
                        quotedFee,
                        false,
                        "hash of " + String.join(" ", lines));
        var withdrawal = new Withdrawal(stage, command);
        withdrawal.start();
        return withdrawal;
    }

    private void start() {
        var cancellation =
                stage.client.newWorkflowStub(
                        Cancellation.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(Booking.TASK_QUEUE)
                                .setWorkflowIdReusePolicy(
                                        WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy
                                                .WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                                .build());
        try {
            WorkflowClient.start(cancellation::cancel, command);
        } catch (WorkflowExecutionAlreadyStarted _) {
            // It has closed; its answer stands.
        }
    }

    /** The same key again. */
    Withdrawal again() {
        var same = new Withdrawal(stage, command);
        same.start();
        return same;
    }

    private WorkflowStub stub() {
        return stage.client.newUntypedWorkflowStub(workflowId);
    }

    /** Waits for the end, skipping time, as {@link Stage.Ticket#end}. */
    CancellationSnapshot end() {
        try {
            return stub().getResult(CancellationSnapshot.class);
        } catch (WorkflowFailedException e) {
            assertThat(e).hasRootCauseInstanceOf(CanceledFailure.class);
            return now();
        }
    }

    CancellationSnapshot now() {
        return stub().query("snapshot", CancellationSnapshot.class);
    }

    void cancelWorkflow() {
        stub().cancel();
    }

    void terminate() {
        stub().terminate("by hand");
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
