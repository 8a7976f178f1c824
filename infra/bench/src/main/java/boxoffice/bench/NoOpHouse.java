package boxoffice.bench;

import boxoffice.temporal.Payloads;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The no-op saga with its workers: the same task queues as the house's, each with a connection and
 * a worker of its own, set up as the services set theirs up. What differs is what is measured: no
 * HTTP before it, no database behind it, and one process where the house has five.
 */
final class NoOpHouse implements Course, AutoCloseable {

    private static final int SLOTS = 16;

    private final String target;
    private final String namespace;
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final List<Room> rooms;

    private record Room(WorkflowServiceStubs stubs, WorkerFactory factory) {}

    NoOpHouse(String target, String namespace) {
        this.target = target;
        this.namespace = namespace;
        stubs = connect();
        client = clientOf(stubs);
        rooms =
                List.of(
                        sagaRoom(),
                        stepRoom(EmptySaga.CONCERT),
                        stepRoom(EmptySaga.ORDER),
                        stepRoom(EmptySaga.PAYMENT),
                        stepRoom(EmptySaga.QUEUE));
        rooms.forEach(room -> room.factory().start());
    }

    private WorkflowServiceStubs connect() {
        return WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(target)
                        .setGrpcCompression(GrpcCompression.NONE)
                        .build());
    }

    private WorkflowClient clientOf(WorkflowServiceStubs connection) {
        return WorkflowClient.newInstance(
                connection,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(namespace)
                        .setDataConverter(Payloads.converter())
                        .build());
    }

    private static WorkerFactory factoryOf(WorkflowClient client) {
        return WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    }

    private Room sagaRoom() {
        var connection = connect();
        var factory = factoryOf(clientOf(connection));
        factory.newWorker(EmptySaga.SAGA).registerWorkflowImplementationTypes(EmptySaga.class);
        return new Room(connection, factory);
    }

    private Room stepRoom(String taskQueue) {
        var connection = connect();
        var factory = factoryOf(clientOf(connection));
        NoOpStep nothing = () -> {};
        factory.newWorker(
                        taskQueue,
                        WorkerOptions.newBuilder()
                                .setMaxConcurrentActivityExecutionSize(SLOTS)
                                .setUsingVirtualThreadsOnActivityWorker(true)
                                .build())
                .registerActivitiesImplementations(nothing);
        return new Room(connection, factory);
    }

    /** The client of the server that both courses run on, to read their histories. */
    WorkflowClient client() {
        return client;
    }

    @Override
    public Run once() {
        var workflowId = "bench/" + UUID.randomUUID();
        var saga =
                client.newWorkflowStub(
                        NoOpSaga.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(EmptySaga.SAGA)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                                .build());
        var begun = System.nanoTime();
        WorkflowClient.executeUpdateWithStart(
                saga::reserve,
                UpdateOptions.<Void>newBuilder()
                        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                        .build(),
                new WithStartWorkflowOperation<>(saga::run));
        var held = System.nanoTime();
        saga.pay();
        var paid = System.nanoTime();
        WorkflowStub.fromTyped(saga).getResult(Void.class);
        return new Run(workflowId, Duration.ofNanos(held - begun), Duration.ofNanos(paid - held));
    }

    @Override
    public void close() {
        rooms.forEach(room -> room.factory().shutdownNow());
        rooms.forEach(room -> room.stubs().shutdownNow());
        stubs.shutdownNow();
    }
}
