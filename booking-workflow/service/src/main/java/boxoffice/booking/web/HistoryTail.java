package boxoffice.booking.web;

import boxoffice.booking.contract.Booking;
import boxoffice.kernel.BookingId;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of one saga's history, as it grows: Temporal holds the question until there is more, so
 * nothing is asked over and over. Used by one thread.
 */
final class HistoryTail {

    /** Too little to ask for once more. */
    private static final Duration NOTHING_LEFT = Duration.ofMillis(20);

    private final WorkflowClient client;
    private final BookingId id;

    /** Where the next read goes on; null when the saga has closed. */
    private @Nullable ByteString next = ByteString.EMPTY;

    HistoryTail(WorkflowClient client, BookingId id) {
        this.client = client;
        this.id = id;
    }

    /** Whether it has ended: what the saga says now, it says for ever. */
    boolean isOver() {
        return next == null;
    }

    /**
     * Waits until the saga has decided something since the last time; the first time it does not
     * wait.
     *
     * @param deadline as {@link System#nanoTime} counts
     * @return false when the time is over
     * @throws StatusRuntimeException when Temporal does not answer, or knows no such saga
     */
    boolean awaitMore(long deadline) {
        while (next != null) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.compareTo(NOTHING_LEFT) < 0) {
                return false;
            }
            GetWorkflowExecutionHistoryResponse page;
            try {
                page = read(next, left);
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
                    return false;
                }
                throw e;
            }
            next = page.getNextPageToken().isEmpty() ? null : page.getNextPageToken();
            if (next == null || hasDecided(page)) {
                return true;
            }
        }
        return true;
    }

    private GetWorkflowExecutionHistoryResponse read(ByteString from, Duration limit) {
        return client.getWorkflowServiceStubs()
                .blockingStub()
                .withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS)
                .getWorkflowExecutionHistory(
                        GetWorkflowExecutionHistoryRequest.newBuilder()
                                .setNamespace(client.getOptions().getNamespace())
                                .setExecution(
                                        WorkflowExecution.newBuilder()
                                                .setWorkflowId(Booking.workflowId(id)))
                                .setWaitNewEvent(true)
                                .setNextPageToken(from)
                                .build());
    }

    /** A saga becomes another in a workflow task alone, and not by what is told to it. */
    private static boolean hasDecided(GetWorkflowExecutionHistoryResponse page) {
        return page.getHistory().getEventsList().stream()
                .anyMatch(event ->
                        event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
    }
}
