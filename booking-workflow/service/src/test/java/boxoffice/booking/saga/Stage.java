package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.BestSeats;
import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.BookingAttributes;
import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.CancelBooking;
import boxoffice.booking.contract.Complimentary;
import boxoffice.booking.contract.OperatorDecision;
import boxoffice.booking.contract.PayBooking;
import boxoffice.booking.contract.PaymentAnswer;
import boxoffice.booking.contract.StartBooking;
import boxoffice.booking.contract.WorkflowActivities;
import boxoffice.concert.contract.ConcertActivities;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.contract.OrderActivities;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentAudit;
import boxoffice.queue.contract.QueueActivities;
import boxoffice.temporal.Payloads;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A time-skipping server with the saga and the {@link Town}, and what a test says to them. */
final class Stage implements AutoCloseable {

    static final BuyerId MINA = new BuyerId("mina");
    static final ScheduleId SCHEDULE = new ScheduleId("winter-serenade-1");
    private static final long ANSWER_SECONDS_MAX = 30;

    /** As in production: a busy machine loads classes slowly. */
    static final WorkerOptions PATIENT =
            WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();

    final Town town = new Town();

    /** What the audit is told of Temporal, looked at for real by the system tests. */
    final Set<BookingId> sagasThatAreOpen = ConcurrentHashMap.newKeySet();

    final TestWorkflowEnvironment environment;
    final WorkflowClient client;

    Stage() {
        environment =
                TestWorkflowEnvironment.newInstance(
                        TestEnvironmentOptions.newBuilder()
                                .setWorkflowClientOptions(
                                        WorkflowClientOptions.newBuilder()
                                                .setDataConverter(Payloads.converter())
                                                .setIdentity("stage")
                                                .build())
                                .registerSearchAttribute(
                                        BookingAttributes.STATUS.getName(),
                                        IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                                .registerSearchAttribute(
                                        BookingAttributes.CONCERT_ID.getName(),
                                        IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                                .registerSearchAttribute(
                                        BookingAttributes.SCHEDULE_ID.getName(),
                                        IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                                .registerSearchAttribute(
                                        BookingAttributes.BUYER_ID.getName(),
                                        IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                                .registerSearchAttribute(
                                        BookingAttributes.NEEDS_OPERATOR.getName(),
                                        IndexedValueType.INDEXED_VALUE_TYPE_BOOL)
                                .build());
        client = environment.getWorkflowClient();
        environment
                .newWorker(Booking.TASK_QUEUE, PATIENT)
                .registerWorkflowImplementationTypes(
                        BookingSaga.class,
                        CancellationSaga.class,
                        DisputeSaga.class,
                        ScheduleCancellationSaga.class,
                        AuditRun.class);
        environment
                .newWorker(WorkflowActivities.TASK_QUEUE)
                .registerActivitiesImplementations(
                        (WorkflowActivities)
                                ids ->
                                        ids.stream()
                                                .filter(id -> !sagasThatAreOpen.contains(id))
                                                .toList());
        environment
                .newWorker(ConcertActivities.TASK_QUEUE)
                .registerActivitiesImplementations(town.concert);
        environment
                .newWorker(OrderActivities.TASK_QUEUE)
                .registerActivitiesImplementations(town.order);
        environment
                .newWorker(PaymentActivities.TASK_QUEUE)
                .registerActivitiesImplementations(town.payment);
        environment
                .newWorker(PaymentAudit.TASK_QUEUE)
                .registerActivitiesImplementations(town.books.payment);
        environment
                .newWorker(QueueActivities.TASK_QUEUE)
                .registerActivitiesImplementations(town.queue);
        environment.start();
    }

    /** Books like the REST edge does: update with start, the key being the update's id. */
    Ticket book(String key, String... seatNos) {
        var id = BookingId.of(MINA, key);
        return start(id, Booking.workflowId(id), key, seatNos);
    }

    /** Asks for the best so many, with a presale code's hash. */
    Ticket bookBest(String key, int quantity) {
        var id = BookingId.of(MINA, key);
        var best = new BestSeats(quantity, null, null, null, false, false);
        return start(
                new StartBooking(id, MINA, SCHEDULE, List.of(), "hash", best, "0123", null, null),
                Booking.workflowId(id),
                key);
    }

    /** Gives seats away, as the promoter does. */
    Ticket give(String key, String... seatNos) {
        var id = BookingId.of(MINA, key);
        var gift = new Complimentary("park", TownConcert.PARK);
        return start(
                new StartBooking(
                        id, MINA, SCHEDULE, List.of(seatNos), "hash", null, null, gift, null),
                Booking.workflowId(id),
                key);
    }

    private Ticket start(BookingId id, String workflowId, String key, String... seatNos) {
        return start(
                new StartBooking(id, MINA, SCHEDULE, List.of(seatNos), "hash"), workflowId, key);
    }

    private Ticket start(StartBooking command, String workflowId, String key) {
        var booking =
                client.newWorkflowStub(
                        Booking.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(Booking.TASK_QUEUE)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy
                                                .WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                                .build());
        var held =
                WorkflowClient.startUpdateWithStart(
                        booking::reserve,
                        UpdateOptions.<BookingSnapshot>newBuilder()
                                .setUpdateId(key)
                                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                                .build(),
                        new WithStartWorkflowOperation<>(booking::book, command));
        return new Ticket(command.bookingId(), workflowId, held);
    }

    /** One booking on the stage. */
    final class Ticket {
        final BookingId id;
        private final String workflowId;
        private final WorkflowUpdateHandle<BookingSnapshot> reserve;

        private Ticket(
                BookingId id, String workflowId, WorkflowUpdateHandle<BookingSnapshot> reserve) {
            this.id = id;
            this.workflowId = workflowId;
            this.reserve = reserve;
        }

        /** The same key again, when Temporal has forgotten the first run. */
        Ticket again(String key, String... seatNos) {
            return start(id, Booking.workflowId(id) + "/again", key, seatNos);
        }

        private WorkflowStub stub() {
            return client.newUntypedWorkflowStub(workflowId);
        }

        BookingSnapshot reserved() throws Exception {
            return reserve.getResultAsync().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        }

        PaymentAnswer pay() throws Exception {
            return answer(payLater());
        }

        PaymentAnswer pay(PayBooking request) throws Exception {
            return answer(payLater(request));
        }

        WorkflowUpdateHandle<PaymentAnswer> payLater() {
            return payLater(new PayBooking(MINA, "POINTS", null, null, null, "hash"));
        }

        WorkflowUpdateHandle<PaymentAnswer> payLater(PayBooking request) {
            return update("pay", PaymentAnswer.class, request);
        }

        BookingSnapshot cancel() throws Exception {
            return answer(update("cancel", BookingSnapshot.class, new CancelBooking(MINA)));
        }

        private <T> WorkflowUpdateHandle<T> update(String name, Class<T> type, Object argument) {
            return stub().startUpdate(
                            UpdateOptions.newBuilder(type)
                                    .setUpdateName(name)
                                    .setUpdateId(UUID.randomUUID().toString())
                                    .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                                    .build(),
                            argument);
        }

        private <T> T answer(WorkflowUpdateHandle<T> handle) throws Exception {
            return handle.getResultAsync().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        }

        void operator(String step, int park, String action) {
            stub().signal(
                            "operator",
                            new OperatorDecision(step, park, action, "kim", "looked into it"));
        }

        void cancelByPromoter() {
            stub().signal("cancelByPromoter");
        }

        void cancelWorkflow() {
            stub().cancel();
        }

        /**
         * Waits for the saga's end, skipping time. A workflow that was ever asked to cancel is
         * closed by the SDK as canceled, whatever it returns; then the query tells.
         */
        BookingSnapshot end() {
            try {
                return stub().getResult(BookingSnapshot.class);
            } catch (WorkflowFailedException e) {
                assertThat(e).hasRootCauseInstanceOf(CanceledFailure.class);
                return now();
            }
        }

        BookingSnapshot now() {
            return stub().query("snapshot", BookingSnapshot.class);
        }

        boolean needsOperator() {
            var attributes = stub().describe().getTypedSearchAttributes();
            return Boolean.TRUE.equals(attributes.get(BookingAttributes.NEEDS_OPERATOR));
        }

        String rows() {
            return town.rows(id);
        }

        String history() {
            return client.fetchHistory(workflowId).toJson(true);
        }
    }

    /** Lets time pass on the server. */
    void pass(Duration time) {
        environment.sleep(time);
    }

    @Override
    public void close() {
        environment.close();
    }
}
