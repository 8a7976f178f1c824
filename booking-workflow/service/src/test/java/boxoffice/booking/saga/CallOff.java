package boxoffice.booking.saga;

import static io.temporal.api.enums.v1.WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.ScheduleCancellation;
import boxoffice.booking.contract.ScheduleCancellationAnswer;
import boxoffice.booking.contract.ScheduleCancellationAsker;
import boxoffice.booking.contract.ScheduleCancellationProgress;
import boxoffice.booking.contract.ScheduleCancellationSnapshot;
import boxoffice.booking.contract.StartScheduleCancellation;
import boxoffice.booking.contract.SweepPace;
import boxoffice.kernel.ScheduleId;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.CanceledFailure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The cancellation of the {@link Stage}'s schedule, begun like the REST edge does. */
final class CallOff {

    static final ScheduleCancellationAsker PARK = promoter("park");
    static final ScheduleCancellationAsker OPERATOR =
            new ScheduleCancellationAsker("kim", true, null, "hash of kim");

    private final Stage stage;
    private final String workflowId;
    private final WorkflowUpdateHandle<ScheduleCancellationAnswer> begun;

    private CallOff(
            Stage stage,
            ScheduleId schedule,
            ScheduleCancellationAsker asker,
            @Nullable SweepPace pace,
            @Nullable ScheduleCancellationProgress progress) {
        this.stage = stage;
        workflowId = ScheduleCancellation.workflowId(schedule);
        var cancellation =
                stage.client.newWorkflowStub(
                        ScheduleCancellation.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(Booking.TASK_QUEUE)
                                .setWorkflowIdReusePolicy(WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy
                                                .WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                                .build());
        begun =
                WorkflowClient.startUpdateWithStart(
                        cancellation::begin,
                        asker,
                        UpdateOptions.<ScheduleCancellationAnswer>newBuilder()
                                .setUpdateId(UUID.randomUUID().toString())
                                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                                .build(),
                        new WithStartWorkflowOperation<>(
                                cancellation::cancel,
                                new StartScheduleCancellation(schedule, asker, pace, progress)));
    }

    static ScheduleCancellationAsker promoter(String name) {
        return new ScheduleCancellationAsker(name, false, "the singer is ill", "hash of " + name);
    }

    static CallOff by(Stage stage, ScheduleCancellationAsker asker) {
        return new CallOff(stage, Stage.SCHEDULE, asker, null, null);
    }

    static CallOff of(Stage stage, String schedule) {
        return new CallOff(stage, new ScheduleId(schedule), PARK, null, null);
    }

    static CallOff atPace(Stage stage, int startsPerSecond, int inFlightMax) {
        var pace = new SweepPace(startsPerSecond, inFlightMax);
        return new CallOff(stage, Stage.SCHEDULE, PARK, pace, null);
    }

    static CallOff continued(Stage stage, ScheduleCancellationProgress progress) {
        return new CallOff(stage, Stage.SCHEDULE, PARK, null, progress);
    }

    ScheduleCancellationAnswer answer() throws Exception {
        return begun.getResultAsync().get(30, TimeUnit.SECONDS);
    }

    private WorkflowStub stub() {
        return stage.client.newUntypedWorkflowStub(workflowId);
    }

    /** Waits for the end, skipping time, as {@link Stage.Ticket#end}. */
    ScheduleCancellationSnapshot end() {
        try {
            return stub().getResult(ScheduleCancellationSnapshot.class);
        } catch (WorkflowFailedException e) {
            assertThat(e).hasRootCauseInstanceOf(CanceledFailure.class);
            return now();
        }
    }

    ScheduleCancellationSnapshot now() {
        return stub().query("snapshot", ScheduleCancellationSnapshot.class);
    }

    void pace(int startsPerSecond, int inFlightMax) {
        stub().signal("pace", new SweepPace(startsPerSecond, inFlightMax));
    }

    void cancelWorkflow() {
        stub().cancel();
    }

    void terminate() {
        stub().terminate("by hand");
    }

    /** When it started a cancellation, by the server's clock. */
    List<Instant> starts() {
        return stage.client.fetchHistory(workflowId).getEvents().stream()
                .filter(event ->
                        event.getEventType()
                                == EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED)
                .map(event ->
                        Instant.ofEpochSecond(
                                event.getEventTime().getSeconds(), event.getEventTime().getNanos()))
                .toList();
    }

    String history() {
        return stage.client.fetchHistory(workflowId).toJson(true);
    }
}
