package boxoffice.booking.saga;

import boxoffice.booking.contract.Cancellation;
import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.booking.contract.CancellationStatus;
import boxoffice.booking.contract.OperatorDecision;
import boxoffice.booking.contract.StartCancellation;
import boxoffice.booking.saga.OperatorDesk.Decision;
import boxoffice.concert.contract.NothingSold;
import boxoffice.concert.contract.ReleaseSold;
import boxoffice.concert.contract.SoldReleased;
import boxoffice.order.contract.ClaimLines;
import boxoffice.order.contract.ClaimOutcome;
import boxoffice.order.contract.ClaimRefused;
import boxoffice.order.contract.ClaimedLine;
import boxoffice.order.contract.CloseLines;
import boxoffice.order.contract.CloseRefused;
import boxoffice.order.contract.LinesClaimed;
import boxoffice.order.contract.LinesClosed;
import boxoffice.payment.contract.Refund;
import boxoffice.payment.contract.RefundRefused;
import boxoffice.payment.contract.Refunded;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cancellation: claim, refund, release the seats, close; forward only. The claim decides, and
 * until it is made nothing is done; what comes after it has to be done, for as long as it takes. A
 * request to cancel this workflow therefore changes nothing.
 */
public final class CancellationSaga implements Cancellation {

    private final StartCancellation start;
    private final CancellationStory story;
    private final Patience patience;

    @WorkflowInit
    public CancellationSaga(StartCancellation start) {
        this.start = start;
        story = new CancellationStory(start);
        patience = new Patience(story.ledger(), story.desk());
    }

    @Override
    public CancellationSnapshot cancel(StartCancellation sameAsInit) {
        Workflow.newDetachedCancellationScope(
                        () -> {
                            switch (claim()) {
                                case ClaimRefused refused -> story.refused(refused);
                                case LinesClaimed claimed -> complete(claimed);
                            }
                            Workflow.await(Workflow::isEveryHandlerFinished);
                        })
                .run();
        return snapshot();
    }

    private void complete(LinesClaimed claimed) {
        story.claimed(claimed);
        if (movesMoney(claimed)) {
            patience.untilDone(Step.REFUND, (pace, decision) -> refund(claimed, pace, decision));
        }
        story.now(CancellationStatus.CLOSING);
        patience.untilDone(Step.RELEASE_SOLD, (pace, decision) -> releaseSold(claimed, pace));
        patience.untilDone(Step.CLOSE_LINES, (pace, decision) -> closeLines(pace));
        story.now(CancellationStatus.CANCELED);
    }

    /** What was given away was never paid: the payment service knows nothing of it. */
    private static boolean movesMoney(LinesClaimed claimed) {
        return claimed.refund().amount() > 0 || claimed.fee().amount() > 0;
    }

    /** The fee is that of the moment in which this run began, however long the claim takes. */
    private ClaimOutcome claim() {
        var command =
                new ClaimLines(
                        start.bookingId(),
                        start.buyerId(),
                        start.cancellationId(),
                        start.lines(),
                        Instant.ofEpochMilli(Workflow.getInfo().getRunStartedTimestampMillis()),
                        start.quotedFee(),
                        start.byPromoter()
                                ? ClaimLines.Cause.BY_PROMOTER
                                : ClaimLines.Cause.BY_BUYER,
                        start.commandHash());
        CompletablePromise<ClaimOutcome> outcome = Workflow.newPromise();
        patience.untilDone(
                Step.CLAIM_LINES,
                (pace, decision) -> {
                    var answer = Services.order(pace, "Claim the lines").claimLines(command);
                    outcome.complete(answer);
                    return new StepResult.Done(
                            switch (answer) {
                                case LinesClaimed claimed -> "claimed " + seats(claimed);
                                case ClaimRefused refused -> "refused: " + refused.reason();
                            });
                });
        return outcome.get();
    }

    private StepResult refund(LinesClaimed claimed, Pace pace, @Nullable Decision decision) {
        var id = start.bookingId();
        var buyer = start.buyerId();
        var cancellation = start.cancellationId();
        if (decision != null && decision.action() == Action.MARK_REFUNDED) {
            return Services.markRefunded(pace, id, buyer, cancellation, decision);
        }
        var command = new Refund(id, buyer, cancellation, claimed.refund(), claimed.fee());
        return switch (Services.payment(pace, "Refund " + claimed.refund()).refund(command)) {
            case Refunded(var toPoints, var toCard) ->
                    new StepResult.Done(
                            "%s to the points, %s to the card".formatted(toPoints, toCard));
            case RefundRefused(var why) -> new StepResult.Refused(why);
        };
    }

    private StepResult releaseSold(LinesClaimed claimed, Pace pace) {
        var command = new ReleaseSold(start.bookingId(), claimed.scheduleId(), seatNos(claimed));
        return switch (Services.concert(pace, "Free " + seats(claimed)).releaseSold(command)) {
            case SoldReleased() -> new StepResult.Done("seats free again");
            case NothingSold(var why) -> new StepResult.Refused(why);
        };
    }

    private StepResult closeLines(Pace pace) {
        var command = new CloseLines(start.bookingId(), start.cancellationId());
        return switch (Services.order(pace, "Close the lines").closeLines(command)) {
            case LinesClosed() -> new StepResult.Done("lines canceled");
            case CloseRefused(var why) -> new StepResult.Refused(why);
        };
    }

    private static List<String> seatNos(LinesClaimed claimed) {
        return claimed.lines().stream().map(ClaimedLine::seatNo).toList();
    }

    private static String seats(LinesClaimed claimed) {
        return String.join(", ", seatNos(claimed));
    }

    @Override
    public void operator(OperatorDecision decision) {
        story.desk().decide(decision);
    }

    @Override
    public CancellationSnapshot snapshot() {
        return story.snapshot();
    }
}
