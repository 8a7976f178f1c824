package boxoffice.booking.saga;

import boxoffice.booking.contract.ScheduleCancellation;
import boxoffice.booking.contract.ScheduleCancellationAnswer;
import boxoffice.booking.contract.ScheduleCancellationAsker;
import boxoffice.booking.contract.ScheduleCancellationSnapshot;
import boxoffice.booking.contract.ScheduleCancellationStatus;
import boxoffice.booking.contract.StartScheduleCancellation;
import boxoffice.booking.contract.SweepPace;
import boxoffice.concert.contract.CancelSchedule;
import boxoffice.concert.contract.ScheduleCanceled;
import boxoffice.concert.contract.ScheduleUnknown;
import boxoffice.kernel.PromoterId;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The cancellation of a schedule: stop the sale, then sweep until no booking is left. Forward only:
 * a request to cancel this workflow changes nothing.
 *
 * <p>One coroutine decides; {@link #begin} only leaves who asks. An asker who may not have it
 * canceled does not spoil it for one who may.
 */
public final class ScheduleCancellationSaga implements ScheduleCancellation {

    private final StartScheduleCancellation start;
    private final ScheduleCancellationStory story;
    private final SweepRate rate;
    private final Deque<ScheduleCancellationAsker> askers = new ArrayDeque<>();
    private final List<ScheduleCancellationAsker> refused = new ArrayList<>();

    @WorkflowInit
    public ScheduleCancellationSaga(StartScheduleCancellation start) {
        this.start = start;
        rate = new SweepRate(start.pace());
        story = new ScheduleCancellationStory(start, rate);
        askers.add(start.asker());
    }

    @Override
    public ScheduleCancellationSnapshot cancel(StartScheduleCancellation sameAsInit) {
        var cancelRequest = CancellationScope.current().getCancellationRequest();
        // A run that was asked to cancel is closed as canceled, whatever it returns: it would not
        // be continued, so it has to see it through.
        BooleanSupplier isTooLong =
                () -> Workflow.getInfo().isContinueAsNewSuggested() && !cancelRequest.isCompleted();
        undisturbed(() -> {
            stopSale();
            if (story.isStopped() && new Sweep(start, story, rate).untilNoneIsLeft(isTooLong)) {
                story.now(ScheduleCancellationStatus.DONE);
            }
            Workflow.await(Workflow::isEveryHandlerFinished);
        });
        if (story.status() == ScheduleCancellationStatus.CANCELING) {
            Workflow.newContinueAsNewStub(ScheduleCancellation.class).cancel(story.continued());
        }
        return snapshot();
    }

    /** Tries for one asker after the other, until it is stopped or nobody is left who asks. */
    private void stopSale() {
        while (!story.isStopped()) {
            var asker = askers.poll();
            if (asker == null) {
                return;
            }
            stopSale(asker);
            if (!story.isStopped() && askers.isEmpty()) {
                Workflow.await(() -> !askers.isEmpty() || Workflow.isEveryHandlerFinished());
            }
        }
    }

    private void stopSale(ScheduleCancellationAsker asker) {
        var command =
                new CancelSchedule(
                        start.scheduleId(), asker.operator() ? null : new PromoterId(asker.by()));
        switch (Services.concert(Pace.SWEEP, "Stop the sale").cancelSchedule(command)) {
            case ScheduleCanceled canceled -> story.stopped(asker, canceled);
            case ScheduleUnknown() -> {
                refused.add(asker);
                story.now(ScheduleCancellationStatus.REFUSED);
            }
        }
    }

    @Override
    public ScheduleCancellationAnswer begin(ScheduleCancellationAsker asker) {
        undisturbed(() -> {
            if (!asker.equals(start.asker())) {
                askers.add(asker);
            }
            Workflow.await(() -> story.isStopped() || refused.contains(asker));
        });
        return new ScheduleCancellationAnswer(asker.commandHash(), story.toldTo(asker));
    }

    @Override
    public void pace(SweepPace pace) {
        rate.change(pace);
        story.tell();
    }

    @Override
    public ScheduleCancellationSnapshot snapshot() {
        return story.snapshot();
    }

    private static void undisturbed(Runnable work) {
        Workflow.newDetachedCancellationScope(work).run();
    }
}
