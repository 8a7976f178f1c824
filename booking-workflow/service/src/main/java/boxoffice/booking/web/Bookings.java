package boxoffice.booking.web;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.BookingAttributes;
import boxoffice.booking.contract.BookingFailure;
import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelBooking;
import boxoffice.booking.contract.PayBooking;
import boxoffice.booking.contract.PaymentAnswer;
import boxoffice.booking.contract.StartBooking;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.web.IdempotencyKey;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bookings in Temporal, as the edge reaches them. An empty answer means: under way, and not
 * known yet. All throw {@link boxoffice.web.ApiProblem}s for what the buyer is to be told.
 */
@Component
class Bookings {

    /**
     * For the question whether a saga is there at all. Asked when the wait is over, so it must stay
     * far below the second that an answer may take beyond it.
     */
    private static final Duration ASK = Duration.ofMillis(300);

    private final WorkflowClient client;
    private final TemporalEdge edge;
    private final Duration wait;

    Bookings(WorkflowClient client, TemporalEdge edge, EdgeProperties properties) {
        this.client = client;
        this.edge = edge;
        this.wait = properties.answerWait();
    }

    /**
     * Starts the booking, or meets it again; answers when its seats are held or refused.
     *
     * @param passId of the waiting room's pass that was shown; null where none was
     * @param limit how long to wait for it; never longer than a slot of the edge may be held
     */
    Optional<BookingSnapshot> book(
            BuyerId buyer,
            IdempotencyKey key,
            BookRequest.Checked request,
            @Nullable UUID passId,
            Duration limit) {
        var id = BookingId.of(buyer, key.value());
        var start =
                new StartBooking(
                        id,
                        buyer,
                        request.scheduleId(),
                        request.seatNos(),
                        request.hash(),
                        request.best(),
                        request.presaleCodeHash(),
                        null,
                        passId);
        return start(start, key, limit);
    }

    /** Gives seats away, or meets the gift again; answers when they are the guest's. */
    Optional<BookingSnapshot> give(StartBooking start, IdempotencyKey key) {
        return start(start, key, wait);
    }

    private Optional<BookingSnapshot> start(
            StartBooking start, IdempotencyKey key, Duration limit) {
        var id = start.bookingId();
        var held = Collections.max(List.of(ASK, Collections.min(List.of(limit, wait))));
        var answer = waitFor(id, held, () -> startAndReserve(start, key));
        if (answer.isPresent() && !answer.get().commandHash().equals(start.commandHash())) {
            throw IdempotencyKey.reused();
        }
        return answer;
    }

    private BookingSnapshot startAndReserve(StartBooking start, IdempotencyKey key) {
        var booking =
                client.newWorkflowStub(
                        Booking.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(Booking.workflowId(start.bookingId()))
                                .setTaskQueue(Booking.TASK_QUEUE)
                                .setWorkflowIdReusePolicy(
                                        WorkflowIdReusePolicy
                                                .WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy
                                                .WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                                .setStaticSummary(summary(start))
                                .setTypedSearchAttributes(attributes(start))
                                .build());
        return WorkflowClient.startUpdateWithStart(
                        booking::reserve,
                        UpdateOptions.<BookingSnapshot>newBuilder()
                                .setUpdateId(key.value())
                                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                                .build(),
                        new WithStartWorkflowOperation<>(booking::book, start))
                .getResult();
    }

    private static String summary(StartBooking start) {
        var gift = start.complimentary();
        return gift == null
                ? "%s books %s of %s"
                        .formatted(start.buyerId(), start.seatsInWords(), start.scheduleId())
                : "%s gives %s %s of %s"
                        .formatted(
                                gift.by(),
                                start.buyerId(),
                                start.seatsInWords(),
                                start.scheduleId());
    }

    private static SearchAttributes attributes(StartBooking start) {
        return SearchAttributes.newBuilder()
                .set(BookingAttributes.STATUS, BookingStatus.RESERVING.name())
                .set(BookingAttributes.SCHEDULE_ID, start.scheduleId().value())
                .set(BookingAttributes.BUYER_ID, start.buyerId().value())
                .build();
    }

    /** Pays; the same key again gets the same answer. */
    Optional<PaymentAnswer> pay(BookingId id, IdempotencyKey key, PayBooking request) {
        var buyer = request.buyerId();
        var answer =
                update(id, "pay", "payment:" + key.value(), PaymentAnswer.class, request, buyer);
        answer.ifPresent(known -> {
            requireOwner(known.booking(), buyer);
            if (!known.commandHash().equals(request.commandHash())) {
                throw IdempotencyKey.reused();
            }
        });
        return answer;
    }

    /** Cancels an unpaid booking; the same key again gets the same answer. */
    Optional<BookingSnapshot> cancel(BuyerId buyer, BookingId id, IdempotencyKey key) {
        var answer =
                update(
                        id,
                        "cancel",
                        "cancellation:" + key.value(),
                        BookingSnapshot.class,
                        new CancelBooking(buyer),
                        buyer);
        answer.ifPresent(booking -> requireOwner(booking, buyer));
        return answer;
    }

    /** A buyer's key has no colon, so that updates of different kinds never share an id. */
    private <T> Optional<T> update(
            BookingId id,
            String name,
            String updateId,
            Class<T> type,
            Object request,
            BuyerId buyer) {
        try {
            return waitFor(
                    id,
                    wait,
                    () ->
                            stub(id).startUpdate(
                                            UpdateOptions.newBuilder(type)
                                                    .setUpdateName(name)
                                                    .setUpdateId(updateId)
                                                    .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                                                    .build(),
                                            request)
                                    .getResult());
        } catch (WorkflowUpdateException e) {
            throw Refusals.turnedAway(failureOf(e), id);
        } catch (WorkflowNotFoundException e) {
            throw Refusals.ended(find(buyer, id).orElseThrow(Refusals::notFound));
        }
    }

    private static BookingFailure failureOf(WorkflowUpdateException e) {
        if (e.getCause() instanceof ApplicationFailure failure) {
            return BookingFailure.valueOf(failure.getType());
        }
        throw e;
    }

    /**
     * How the booking stands; empty where Temporal knows of none, or no more, or has one that was
     * ended by force in the middle of a task and cannot be asked.
     */
    Optional<BookingSnapshot> find(BuyerId buyer, BookingId id) {
        var booking = find(id);
        booking.ifPresent(known -> requireOwner(known, buyer));
        return booking;
    }

    /** The same, whoever asks: it is for the caller to look whether it is theirs to see. */
    Optional<BookingSnapshot> find(BookingId id) {
        try {
            return Optional.of(
                    edge.ask(wait, () -> stub(id).query("snapshot", BookingSnapshot.class)));
        } catch (WorkflowNotFoundException | WorkflowQueryException e) {
            return Optional.empty();
        }
    }

    private static void requireOwner(BookingSnapshot booking, BuyerId buyer) {
        if (!booking.buyerId().equals(buyer)) {
            throw Refusals.notFound();
        }
    }

    /** Empty when the wait is over and the saga is known to be there. */
    private <T> Optional<T> waitFor(BookingId id, Duration limit, Supplier<T> call) {
        var answer = edge.await(limit, call);
        if (answer.isEmpty() && !edge.ask(ASK, () -> isThere(id))) {
            throw TemporalEdge.unavailable();
        }
        return answer;
    }

    /** Asked past the SDK's client, whose own retries would outlast the deadline. */
    private boolean isThere(BookingId id) {
        try {
            client.getWorkflowServiceStubs()
                    .blockingStub()
                    .describeWorkflowExecution(
                            DescribeWorkflowExecutionRequest.newBuilder()
                                    .setNamespace(client.getOptions().getNamespace())
                                    .setExecution(
                                            WorkflowExecution.newBuilder()
                                                    .setWorkflowId(Booking.workflowId(id)))
                                    .build());
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private WorkflowStub stub(BookingId id) {
        return client.newUntypedWorkflowStub(Booking.workflowId(id));
    }
}
