package boxoffice.booking.web;

import static io.temporal.api.enums.v1.WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.BookingAttributes;
import boxoffice.booking.contract.ScheduleCancellation;
import boxoffice.booking.contract.ScheduleCancellationAnswer;
import boxoffice.booking.contract.ScheduleCancellationAsker;
import boxoffice.booking.contract.ScheduleCancellationSnapshot;
import boxoffice.booking.contract.ScheduleCancellationStatus;
import boxoffice.booking.contract.StartScheduleCancellation;
import boxoffice.booking.contract.SweepPace;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Staff;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.SearchAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The cancellations of schedules in Temporal, as the edge reaches them. Whoever is neither the
 * schedule's promoter nor an operator is told that there is none.
 */
@Component
class ScheduleCancellations {

    private final WorkflowClient client;
    private final TemporalEdge edge;
    private final Duration wait;
    private final SweepPace pace;

    ScheduleCancellations(WorkflowClient client, TemporalEdge edge, EdgeProperties properties) {
        this.client = client;
        this.edge = edge;
        wait = properties.answerWait();
        pace = new SweepPace(properties.sweepStartsPerSecond(), properties.sweepInFlightMax());
        if (!pace.isWithinBounds()) {
            throw new IllegalStateException("no pace for a sweep: " + pace);
        }
    }

    /**
     * Begins the cancellation, or meets it, under way or done; one that was ended by force goes on
     * from what is left. Empty: it has begun, and the sale is about to be stopped.
     *
     * @throws ApiProblem 404 schedule-not-found, 422 idempotency-key-reused, or 503
     */
    Optional<ScheduleCancellationSnapshot> begin(
            Staff staff, ScheduleId schedule, IdempotencyKey key, @Nullable String reason) {
        var known = find(schedule);
        if (known.isPresent() && known.get().promoterId() != null) {
            // Turned away here, one who may not see it leaves no run of his own behind.
            requireSeenBy(staff, known.get(), noSuchSchedule());
            if (known.get().status() == ScheduleCancellationStatus.DONE) {
                return known;
            }
        }
        var asker = asker(staff, schedule, reason);
        var answer =
                edge.beginAndAwait(
                        wait, () -> begin(schedule, asker, key), WorkflowUpdateHandle::getResult);
        return answer.map(told -> checked(told, asker));
    }

    private static ScheduleCancellationAsker asker(
            Staff staff, ScheduleId schedule, @Nullable String reason) {
        return new ScheduleCancellationAsker(
                staff.subject(),
                staff.isOperator(),
                reason,
                CommandHash.of(
                        List.of(
                                "schedule-cancellation",
                                schedule.value(),
                                staff.subject(),
                                String.valueOf(reason))));
    }

    private WorkflowUpdateHandle<ScheduleCancellationAnswer> begin(
            ScheduleId schedule, ScheduleCancellationAsker asker, IdempotencyKey key) {
        var cancellation =
                client.newWorkflowStub(
                        ScheduleCancellation.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(ScheduleCancellation.workflowId(schedule))
                                .setTaskQueue(Booking.TASK_QUEUE)
                                .setWorkflowIdReusePolicy(WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                                .setWorkflowIdConflictPolicy(
                                        WorkflowIdConflictPolicy
                                                .WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                                .setStaticSummary(
                                        "%s cancels schedule %s".formatted(asker.by(), schedule))
                                .setTypedSearchAttributes(
                                        SearchAttributes.newBuilder()
                                                .set(
                                                        BookingAttributes.SCHEDULE_ID,
                                                        schedule.value())
                                                .build())
                                .build());
        return WorkflowClient.startUpdateWithStart(
                cancellation::begin,
                asker,
                UpdateOptions.<ScheduleCancellationAnswer>newBuilder()
                        .setUpdateId(asker.by() + ":" + key.value())
                        .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                        .build(),
                new WithStartWorkflowOperation<>(
                        cancellation::cancel,
                        new StartScheduleCancellation(schedule, asker, pace, null)));
    }

    private static ScheduleCancellationSnapshot checked(
            ScheduleCancellationAnswer answer, ScheduleCancellationAsker asker) {
        if (!answer.commandHash().equals(asker.commandHash())) {
            throw IdempotencyKey.reused();
        }
        if (answer.progress().status() == ScheduleCancellationStatus.REFUSED) {
            throw noSuchSchedule();
        }
        return answer.progress();
    }

    /**
     * @throws ApiProblem 404 cancellation-not-found, or 503
     */
    ScheduleCancellationSnapshot show(Staff staff, ScheduleId schedule) {
        var known = find(schedule).orElseThrow(ScheduleCancellations::noneToSee);
        requireSeenBy(staff, known, noneToSee());
        return known;
    }

    /**
     * What of it Temporal knows; empty where nothing, or no more. A run that was ended by force in
     * the middle of a task cannot always be asked: then it has to be begun again to be seen.
     */
    private Optional<ScheduleCancellationSnapshot> find(ScheduleId schedule) {
        try {
            return Optional.of(
                    edge.ask(
                            wait,
                            () ->
                                    client.newUntypedWorkflowStub(
                                                    ScheduleCancellation.workflowId(schedule))
                                            .query(
                                                    "snapshot",
                                                    ScheduleCancellationSnapshot.class)));
        } catch (WorkflowNotFoundException | WorkflowQueryException e) {
            return Optional.empty();
        }
    }

    private static void requireSeenBy(
            Staff staff, ScheduleCancellationSnapshot progress, ApiProblem otherwise) {
        if (progress.promoterId() == null
                || !(staff.isOperator() || progress.promoterId().equals(staff.promoterId()))) {
            throw otherwise;
        }
    }

    static ApiProblem noSuchSchedule() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "schedule-not-found",
                "There is no such date, or it is another promoter's.");
    }

    private static ApiProblem noneToSee() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "cancellation-not-found",
                "This date is not being canceled, or it is another promoter's. See the date: where"
                        + " it has a canceledAt, its sale is stopped, and the request, sent again,"
                        + " goes on.");
    }
}
