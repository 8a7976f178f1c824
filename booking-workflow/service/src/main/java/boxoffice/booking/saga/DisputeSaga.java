package boxoffice.booking.saga;

import boxoffice.booking.contract.Attended;
import boxoffice.booking.contract.OperatorDecision;
import boxoffice.order.contract.DisputeNoted;
import boxoffice.order.contract.DisputeOrder;
import boxoffice.order.contract.DisputeOutcome;
import boxoffice.order.contract.DisputeRefused;
import boxoffice.order.contract.SettleDispute;
import boxoffice.payment.contract.Dispute;
import boxoffice.payment.contract.DisputeStanding;
import boxoffice.payment.contract.DisputeState;
import boxoffice.payment.contract.LookAtDispute;
import boxoffice.payment.contract.StartDispute;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The dispute: look at it, show it on the order, wait for its end, show that. The bank decides, and
 * a person answers it; this only sees to it that both the order and the person know. A request to
 * cancel this workflow therefore changes nothing.
 */
public final class DisputeSaga implements Dispute, Attended {

    /** A webhook that was lost for good is made up for by the next day. */
    private static final Duration LOOK_INTERVAL = Duration.ofDays(1);

    private final StartDispute start;
    private final DisputeStory story;
    private final Patience patience;
    private boolean heard;
    private boolean acknowledged;
    private OperatorDesk.@Nullable Park park;

    @WorkflowInit
    public DisputeSaga(StartDispute start) {
        this.start = start;
        story = new DisputeStory(start);
        patience = new Patience(story.ledger(), story.desk());
    }

    @Override
    public DisputeStanding follow(StartDispute sameAsInit) {
        CompletablePromise<DisputeStanding> end = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(
                        () -> {
                            var first = look();
                            patience.untilDone(
                                    Step.DISPUTE_ORDER, (pace, decision) -> show(first, pace));
                            var last = awaitEnd(first);
                            patience.untilDone(
                                    Step.SETTLE_DISPUTE, (pace, decision) -> settle(last, pace));
                            Workflow.await(Workflow::isEveryHandlerFinished);
                            end.complete(last);
                        })
                .run();
        return end.get();
    }

    /** What is heard from here on asks for another look. */
    private DisputeStanding look() {
        heard = false;
        CompletablePromise<DisputeStanding> seen = Workflow.newPromise();
        patience.untilDone(
                Step.LOOK_AT_DISPUTE,
                (pace, decision) -> {
                    var standing =
                            Services.payment(pace, "Ask the provider how the dispute stands")
                                    .lookAtDispute(
                                            new LookAtDispute(
                                                    start.bookingId(), start.disputeId()));
                    seen.complete(standing);
                    return new StepResult.Done(standing.state().name());
                });
        story.seen(seen.get());
        return seen.get();
    }

    private StepResult show(DisputeStanding standing, Pace pace) {
        return resultOf(
                Services.order(pace, "Show the dispute on the order")
                        .disputeOrder(
                                new DisputeOrder(
                                        start.bookingId(),
                                        standing.buyerId(),
                                        start.disputeId(),
                                        standing.amount(),
                                        standing.openedAt())));
    }

    private StepResult settle(DisputeStanding standing, Pace pace) {
        var end =
                standing.state() == DisputeState.LOST
                        ? SettleDispute.End.LOST
                        : SettleDispute.End.WON;
        return resultOf(
                Services.order(pace, "Show that the dispute is " + end)
                        .settleDispute(
                                new SettleDispute(start.bookingId(), start.disputeId(), end)));
    }

    private static StepResult resultOf(DisputeOutcome outcome) {
        return switch (outcome) {
            case DisputeNoted() -> new StepResult.Done("the order shows it");
            case DisputeRefused(var why) -> new StepResult.Refused(why);
        };
    }

    /** Parked until an operator has seen it, and open until the provider says that it is closed. */
    private DisputeStanding awaitEnd(DisputeStanding first) {
        var standing = first;
        while (standing.state() == DisputeState.OPEN) {
            if (park == null && !acknowledged) {
                park = story.desk().open(Step.ANSWER_DISPUTE, DisputeStory.task(standing), false);
            }
            Workflow.await(LOOK_INTERVAL, () -> heard || isDecided());
            if (isDecided()) {
                acknowledged = story.desk().close(Step.ANSWER_DISPUTE) == Action.ACKNOWLEDGE;
                park = null;
            }
            standing = look();
        }
        if (park != null) {
            story.desk().close(Step.ANSWER_DISPUTE);
        }
        return standing;
    }

    private boolean isDecided() {
        return park != null && park.isDecided();
    }

    @Override
    public void heard() {
        heard = true;
    }

    @Override
    public void operator(OperatorDecision decision) {
        story.desk().decide(decision);
    }
}
