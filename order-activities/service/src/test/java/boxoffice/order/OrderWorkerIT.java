package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.contract.AlreadyConfirmed;
import boxoffice.order.contract.CancelOrder;
import boxoffice.order.contract.CancelOutcome;
import boxoffice.order.contract.ConfirmOrder;
import boxoffice.order.contract.OpenOrder;
import boxoffice.order.contract.OrderActivities;
import boxoffice.testing.Databases;
import boxoffice.testing.TestTemporal;
import boxoffice.testing.service.ServiceUnderTest;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The service as a worker of a real Temporal: every message there and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderWorkerIT {

    private static final String WORKFLOW_QUEUE = "order-worker-it";

    private final ServiceUnderTest service =
            ServiceUnderTest.start(
                    OrderService.class,
                    Databases.any(),
                    "--boxoffice.temporal.target=" + TestTemporal.shared().target(),
                    "--boxoffice.temporal.namespace=" + TestTemporal.shared().namespace());
    private final WorkflowClient client = service.bean(WorkflowClient.class);
    private final WorkerFactory workers = WorkerFactory.newInstance(client);

    @BeforeAll
    void startTheWorkflow() {
        workers.newWorker(WORKFLOW_QUEUE)
                .registerWorkflowImplementationTypes(OpenConfirmCancel.class);
        workers.start();
    }

    @AfterAll
    void stop() {
        workers.shutdown();
        service.close();
    }

    @Test
    void doesWhatTheSagaAsksFor() {
        var booking = UUID.randomUUID().toString();
        assertThat(steps().run(booking, 200_000)).isEqualTo(new AlreadyConfirmed());
        var order = service.getAs("mina", "/api/orders/" + booking);
        assertThat(order.body()).contains("\"state\":\"CONFIRMED\"", "\"A-1-12\"");
    }

    @Test
    void letsNoMalformedCommandBeTriedAgain() {
        assertThatExceptionOfType(WorkflowFailedException.class)
                .isThrownBy(() -> steps().run(UUID.randomUUID().toString(), 1))
                .havingCause()
                .isInstanceOf(ActivityFailure.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo("MALFORMED_COMMAND"));
    }

    @Test
    void saysThatItPolls() {
        steps().run(UUID.randomUUID().toString(), 200_000);
        var pollers = service.get("/actuator/health/pollers", null);
        assertThat(pollers.statusCode()).isEqualTo(200);
    }

    private Steps steps() {
        return client.newWorkflowStub(
                Steps.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(WORKFLOW_QUEUE)
                        .setWorkflowExecutionTimeout(Duration.ofMinutes(1))
                        .build());
    }

    /** Opens, confirms, and then tries to cancel. */
    @WorkflowInterface
    public interface Steps {
        @WorkflowMethod
        CancelOutcome run(String booking, long total);
    }

    /** Made by the worker. */
    public static final class OpenConfirmCancel implements Steps {

        private final OrderActivities order =
                Workflow.newActivityStub(
                        OrderActivities.class,
                        ActivityOptions.newBuilder()
                                .setTaskQueue(OrderActivities.TASK_QUEUE)
                                .setStartToCloseTimeout(Duration.ofSeconds(10))
                                .build());

        @Override
        public CancelOutcome run(String booking, long total) {
            var id = BookingId.of(booking);
            var mina = new BuyerId("mina");
            var schedule = new ScheduleId("winter-serenade-1");
            order.openOrder(new OpenOrder(id, mina, schedule));
            order.confirmOrder(
                    new ConfirmOrder(
                            id,
                            new ConcertId("winter-serenade"),
                            "Winter Serenade",
                            new PromoterId("park"),
                            "Hangang Concert Hall",
                            OneBooking.STARTS_AT,
                            OneBooking.BOOKED_AT,
                            OneBooking.POLICY,
                            List.copyOf(OneBooking.TWO_SEATS),
                            Money.won(total)));
            return order.cancelOrder(new CancelOrder(id, mina, schedule, "EXPIRED"));
        }
    }
}
