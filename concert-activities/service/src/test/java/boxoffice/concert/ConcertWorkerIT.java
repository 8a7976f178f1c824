package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.concert.contract.ConcertActivities;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.testing.Databases;
import boxoffice.testing.TestTemporal;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The service as a worker of a real Temporal server. */
class ConcertWorkerIT {

    /** Stands for the saga: holds, and gives the outcome back. */
    @WorkflowInterface
    public interface HoldOnce {
        @WorkflowMethod
        HoldOutcome run(HoldSeats command);
    }

    /** Its code. */
    public static final class HoldOnceWorkflow implements HoldOnce {
        private final ConcertActivities concert =
                Workflow.newActivityStub(
                        ConcertActivities.class,
                        ActivityOptions.newBuilder()
                                .setTaskQueue(ConcertActivities.TASK_QUEUE)
                                .setStartToCloseTimeout(Duration.ofSeconds(10))
                                .build());

        @Override
        public HoldOutcome run(HoldSeats command) {
            return concert.holdSeats(command);
        }
    }

    @Test
    void takesWorkFromItsTaskQueue() {
        var temporal = TestTemporal.shared();
        try (var service =
                RunningService.own(
                        Databases.any().fresh("concert"),
                        "--boxoffice.temporal.polling=true",
                        "--boxoffice.temporal.target=" + temporal.target(),
                        "--boxoffice.temporal.namespace=" + temporal.namespace())) {
            var client = service.bean(WorkflowClient.class);
            var factory = WorkerFactory.newInstance(client);
            factory.newWorker("hold-once")
                    .registerWorkflowImplementationTypes(HoldOnceWorkflow.class);
            factory.start();
            var house = new House(service, "A-1");

            assertThat(workflow(client).run(hold(house, "A-1"))).isInstanceOf(SeatsHeld.class);
            assertThat(house.seats()).isEqualTo("A-1:HELD");
            // Not tried again: else this would wait for ever.
            assertThatThrownBy(() -> workflow(client).run(hold(house, "A-1", "A-1")))
                    .isInstanceOf(WorkflowFailedException.class)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            ApplicationFailure.class,
                            failure ->
                                    assertThat(failure.getType()).isEqualTo("MALFORMED_COMMAND"));
            factory.shutdownNow();
        }
    }

    private static HoldOnce workflow(WorkflowClient client) {
        return client.newWorkflowStub(
                HoldOnce.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue("hold-once")
                        .setWorkflowId("hold-once/" + UUID.randomUUID())
                        .build());
    }

    private static HoldSeats hold(House house, String... seatNos) {
        return new HoldSeats(
                House.booking(),
                House.buyer("mina"),
                house.schedule,
                List.of(seatNos),
                Instant.now());
    }
}
