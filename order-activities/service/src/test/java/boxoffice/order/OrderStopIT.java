package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.contract.CancelOrder;
import boxoffice.order.contract.OpenOrder;
import boxoffice.order.contract.OrderActivities;
import boxoffice.temporal.Payloads;
import boxoffice.testing.Databases;
import boxoffice.testing.SqlServer;
import boxoffice.testing.TestTemporal;
import boxoffice.testing.service.ServiceUnderTest;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of the service in order: no more work is taken, and what is in flight is finished. */
class OrderStopIT {

    private static final String WORKFLOW_QUEUE = "order-stop-it";

    private final SqlServer server = Databases.any();
    private final ServiceUnderTest service =
            ServiceUnderTest.start(
                    OrderService.class,
                    server,
                    "--boxoffice.temporal.target=" + TestTemporal.shared().target(),
                    "--boxoffice.temporal.namespace=" + TestTemporal.shared().namespace());
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(
                    WorkflowServiceStubsOptions.newBuilder()
                            .setTarget(TestTemporal.shared().target())
                            .build());
    private final WorkflowClient client =
            WorkflowClient.newInstance(
                    stubs,
                    WorkflowClientOptions.newBuilder()
                            .setDataConverter(Payloads.converter())
                            .build());
    private final WorkerFactory workers = WorkerFactory.newInstance(client);

    @AfterEach
    void stop() {
        workers.shutdownNow();
        stubs.shutdownNow();
        service.close();
    }

    @Test
    void finishesWhatIsInFlightAndTakesNoMore() throws Exception {
        workers.newWorker(WORKFLOW_QUEUE).registerWorkflowImplementationTypes(OpenThenCancel.class);
        workers.start();
        var booking = UUID.randomUUID().toString();
        var workflow = "stop/" + booking;
        var steps =
                client.newWorkflowStub(
                        Steps.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflow)
                                .setTaskQueue(WORKFLOW_QUEUE)
                                .build());
        CompletableFuture<Void> stopped;
        try (var rival = server.admin()) {
            insertTheSame(rival, booking);
            WorkflowClient.start(steps::run, booking);
            awaitLockWait(rival);
            stopped = CompletableFuture.runAsync(service::close);
            // Long enough to stop taking work, shorter than a statement waits for a row.
            Thread.sleep(1_000);
            rival.rollback();
        }
        stopped.get(30, TimeUnit.SECONDS);

        var history = historyOf(workflow);
        assertThat(history)
                .filteredOn(HistoryEvent::hasActivityTaskStartedEventAttributes)
                .singleElement()
                .extracting(event -> event.getActivityTaskStartedEventAttributes().getAttempt())
                .isEqualTo(1);
        assertThat(history)
                .filteredOn(HistoryEvent::hasActivityTaskCompletedEventAttributes)
                .hasSize(1);
    }

    private List<HistoryEvent> historyOf(String workflow) {
        return client.fetchHistory(workflow).getEvents();
    }

    /** What the activity wants to insert waits for this row's fate. */
    private void insertTheSame(Connection rival, String booking) throws SQLException {
        var schema = service.sql().sql("select database()").query(String.class).single();
        rival.setAutoCommit(false);
        try (var insert =
                rival.prepareStatement(
                        "insert into "
                                + schema
                                + ".orders (booking_id, buyer_id, schedule_id, state, opened_at)"
                                + " values (?, 'nobody', 'nowhere', 'PENDING',"
                                + " utc_timestamp(6))")) {
            insert.setString(1, booking);
            insert.executeUpdate();
        }
    }

    private static void awaitLockWait(Connection connection) throws Exception {
        var limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < limit) {
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "select count(*) from information_schema.innodb_trx"
                                            + " where trx_state = 'LOCK WAIT'")) {
                if (rows.next() && rows.getLong(1) > 0) {
                    return;
                }
            }
            // MySQL looks anew only where nobody has asked for a tenth of a second.
            Thread.sleep(200);
        }
        throw new AssertionError("no activity waits for the row");
    }

    /** One step after the other. */
    @WorkflowInterface
    public interface Steps {
        @WorkflowMethod
        void run(String booking);
    }

    /** Made by the worker. */
    public static final class OpenThenCancel implements Steps {

        private final OrderActivities order =
                Workflow.newActivityStub(
                        OrderActivities.class,
                        ActivityOptions.newBuilder()
                                .setTaskQueue(OrderActivities.TASK_QUEUE)
                                .setStartToCloseTimeout(Duration.ofSeconds(10))
                                .build());

        @Override
        public void run(String booking) {
            var id = BookingId.of(booking);
            var mina = new BuyerId("mina");
            var schedule = new ScheduleId("winter-serenade-1");
            order.openOrder(new OpenOrder(id, mina, schedule));
            order.cancelOrder(new CancelOrder(id, mina, schedule, "EXPIRED"));
        }
    }
}
