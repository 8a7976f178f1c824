package boxoffice.queue.activity;

import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import boxoffice.persistence.OpenRows;
import boxoffice.queue.contract.AlreadyFinished;
import boxoffice.queue.contract.FinishOutcome;
import boxoffice.queue.contract.FinishPass;
import boxoffice.queue.contract.FinishRefused;
import boxoffice.queue.contract.GiveBackOutcome;
import boxoffice.queue.contract.GivePassBack;
import boxoffice.queue.contract.PassFinished;
import boxoffice.queue.contract.PassGivenBack;
import boxoffice.queue.contract.PassNotNeeded;
import boxoffice.queue.contract.PassRefused;
import boxoffice.queue.contract.PassTaken;
import boxoffice.queue.contract.QueueActivities;
import boxoffice.queue.contract.TakeOutcome;
import boxoffice.queue.contract.TakePass;
import boxoffice.queue.domain.PassUse.Refusal;
import boxoffice.queue.store.PassUses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The saga's queue steps: each moves the use's row at most once and says where it stands. */
@Component
class QueueSteps implements QueueActivities {

    private final PassUses uses;
    private final OpenRows open;

    QueueSteps(PassUses uses, OpenRows open) {
        this.open = open;
        this.uses = uses;
    }

    @Override
    public TakeOutcome takePass(TakePass command) {
        var use =
                uses.take(
                        command.bookingId(),
                        command.buyerId(),
                        command.scheduleId(),
                        command.passId());
        return switch (use.state()) {
            case TAKEN -> use.withPass() ? new PassTaken() : new PassNotNeeded();
            case FINISHED -> new AlreadyFinished();
            case BACK -> new PassRefused(reasonOf(use.refusal()), use.blockedBy());
        };
    }

    @Override
    public GiveBackOutcome givePassBack(GivePassBack command) {
        var use = uses.giveBack(command.bookingId(), command.buyerId(), command.scheduleId());
        return switch (use.state()) {
            case BACK -> new PassGivenBack();
            case FINISHED -> new AlreadyFinished();
            case TAKEN -> throw new UseMoved(command.bookingId());
        };
    }

    @Override
    public FinishOutcome finishPass(FinishPass command) {
        var use = uses.finish(command.bookingId());
        if (use.isEmpty()) {
            return new FinishRefused("booking " + command.bookingId() + " never took a pass");
        }
        return switch (use.get().state()) {
            case FINISHED -> new PassFinished();
            case BACK -> new FinishRefused("the pass was given back before the sale");
            case TAKEN -> throw new UseMoved(command.bookingId());
        };
    }

    private static PassRefused.Reason reasonOf(@Nullable Refusal refusal) {
        return switch (refusal) {
            case PASS_REQUIRED -> PassRefused.Reason.PASS_REQUIRED;
            case PASS_EXPIRED -> PassRefused.Reason.PASS_EXPIRED;
            case PASS_IN_USE -> PassRefused.Reason.PASS_IN_USE;
            case PASS_USED -> PassRefused.Reason.PASS_USED;
            case null -> PassRefused.Reason.GIVEN_BACK;
        };
    }

    @Override
    public OpenBookings openBookings(BookingsQuery query) {
        return open.page(query);
    }
}
