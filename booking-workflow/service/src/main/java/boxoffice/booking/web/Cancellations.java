package boxoffice.booking.web;

import static io.temporal.api.enums.v1.WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.BookingAttributes;
import boxoffice.booking.contract.Cancellation;
import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.booking.contract.CancellationStatus;
import boxoffice.booking.contract.StartCancellation;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.web.IdempotencyKey;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The cancellations of confirmed bookings in Temporal, as the edge reaches them. An empty answer
 * means: under way, and not known yet.
 */
@Component
class Cancellations {

    private final WorkflowClient client;
    private final TemporalEdge edge;
    private final Duration wait;

    Cancellations(WorkflowClient client, TemporalEdge edge, EdgeProperties properties) {
        this.client = client;
        this.edge = edge;
        this.wait = properties.answerWait();
    }

    /**
     * Starts the cancellation, or meets it again; answers when all of it is done.
     *
     * @throws boxoffice.web.ApiProblem when it is refused, or the key was used for another request
     */
    Optional<CancellationSnapshot> cancel(
            BuyerId buyer, BookingId id, IdempotencyKey key, CancelRequest.Checked request) {
        var start =
                new StartCancellation(
                        id,
                        buyer,
                        Cancellation.cancellationId(id, key.value()),
                        request.lines(),
                        request.quotedFee(),
                        false,
                        request.hash());
        var answer = edge.beginAndAwait(wait, () -> start(start), Cancellations::resultOf);
        return answer.map(known -> checked(known, start)).filter(known -> known.status().isFinal());
    }

    private static CancellationSnapshot checked(
            CancellationSnapshot known, StartCancellation start) {
        if (!known.buyerId().equals(start.buyerId())) {
            throw Refusals.notFound();
        }
        if (!known.commandHash().equals(start.commandHash())) {
            throw IdempotencyKey.reused();
        }
        if (known.status() == CancellationStatus.REFUSED) {
            throw CancellationRefusals.of(known);
        }
        return known;
    }

    /** One that was ended by force goes on from its claim; one that has closed stays closed. */
    private WorkflowStub start(StartCancellation start) {
        var stub =
                client.newWorkflowStub(
                        Cancellation.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId(start))
                                .setTaskQueue(Booking.TASK_QUEUE)
                                .setWorkflowIdReusePolicy(
                                        WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy
                                                .WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                                .setStaticSummary(summary(start))
                                .setTypedSearchAttributes(
                                        SearchAttributes.newBuilder()
                                                .set(
                                                        BookingAttributes.BUYER_ID,
                                                        start.buyerId().value())
                                                .build())
                                .build());
        try {
            WorkflowClient.start(stub::cancel, start);
        } catch (WorkflowExecutionAlreadyStarted _) {
            // It has closed: its result is the answer.
        }
        return client.newUntypedWorkflowStub(workflowId(start));
    }

    private static String summary(StartCancellation start) {
        return "%s cancels %s of booking %s"
                .formatted(
                        start.buyerId(),
                        start.lines().isEmpty() ? "what is left" : String.join(", ", start.lines()),
                        start.bookingId());
    }

    /**
     * A workflow that was ever asked to cancel is closed by the SDK as canceled, whatever it
     * returned, and one may be ended by force: then the query tells how far it came.
     */
    private static CancellationSnapshot resultOf(WorkflowStub cancellation) {
        try {
            return cancellation.getResult(CancellationSnapshot.class);
        } catch (WorkflowFailedException e) {
            return cancellation.query("snapshot", CancellationSnapshot.class);
        }
    }

    private static String workflowId(StartCancellation start) {
        return Cancellation.workflowId(start.bookingId(), start.cancellationId());
    }
}
