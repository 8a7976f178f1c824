package boxoffice.booking.saga;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.BookingFailure;
import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelBooking;
import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.OperatorDecision;
import boxoffice.booking.contract.PayBooking;
import boxoffice.booking.contract.PaymentAnswer;
import boxoffice.booking.contract.StartBooking;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.kernel.BuyerId;
import boxoffice.payment.contract.Declined;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The saga: reserve, wait, pay, settle; or undo. One coroutine decides, the one that runs {@link
 * #book}; update and signal handlers only leave what they were asked and wait.
 */
public final class BookingSaga implements Booking {

    private final StartBooking start;
    private final Story story;
    private final Patience patience;
    private final UndoList undo;
    private final Charging charging;
    private @Nullable Ask asked;
    private boolean isCanceledByPromoter;

    @WorkflowInit
    public BookingSaga(StartBooking start) {
        this.start = start;
        story = new Story(start);
        patience = new Patience(story.ledger(), story.desk());
        undo = new UndoList(patience, story.ledger());
        charging = new Charging(start, undo);
    }

    @Override
    public BookingSnapshot book(StartBooking sameAsInit) {
        var cancelRequest = CancellationScope.current().getCancellationRequest();
        undisturbed(() -> {
            sell(cancelRequest);
            answerAtTheEnd();
            Workflow.await(Workflow::isEveryHandlerFinished);
        });
        return snapshot();
    }

    private void sell(Promise<String> cancelRequest) {
        switch (new Reservation(start, undo, story::reasonName).attempt()) {
            case Reservation.Result.Held(var facts) -> {
                var unsold = awaitPayment(facts, cancelRequest);
                if (unsold == null && new Settlement(start, facts, patience).complete()) {
                    story.now(BookingStatus.CONFIRMED);
                } else {
                    undo(unsold == null ? CancelReason.PAYMENT_REVERSED : unsold);
                }
            }
            case Reservation.Result.Refused refusal -> {
                story.refused(refusal);
                undo(refusal.reason());
            }
            case Reservation.Result.EndedBefore(var sale) when sale == null ->
                    story.canceled(CancelReason.ENDED_BEFORE);
            case Reservation.Result.EndedBefore(var sale) -> story.soldBefore(sale);
        }
    }

    /**
     * Waits for the buyer to pay; null when the money is taken, or none is wanted, else why there
     * is no sale.
     */
    private @Nullable CancelReason awaitPayment(SeatsHeld facts, Promise<String> cancelRequest) {
        if (start.complimentary() != null) {
            story.given(facts);
            return null;
        }
        story.held(facts);
        var holdTimer = startHoldTimer(facts);
        while (true) {
            Workflow.await(() ->
                    asked != null
                            || isCanceledByPromoter
                            || holdTimer.isCompleted()
                            || cancelRequest.isCompleted());
            // The deadline decides whether a charge may begin, so it is looked at first.
            if (holdTimer.isCompleted()) {
                return CancelReason.EXPIRED;
            }
            if (isCanceledByPromoter) {
                return CancelReason.BY_PROMOTER;
            }
            if (cancelRequest.isCompleted() || !(asked instanceof Ask.Pay pay)) {
                return CancelReason.BY_BUYER;
            }
            story.now(BookingStatus.PAYING);
            switch (charging.charge(facts.total(), pay.request())) {
                case Charging.Result.Paid() -> {
                    return null;
                }
                case Charging.Result.NotPaid(var decline) -> declined(pay, decline);
                case Charging.Result.Unknown() -> {
                    return CancelReason.PAYMENT_REVERSED;
                }
            }
        }
    }

    /** The durable timer that alone ends a hold: there is no sweeper. */
    private static Promise<Void> startHoldTimer(SeatsHeld facts) {
        var left = facts.heldUntil().toEpochMilli() - Workflow.currentTimeMillis();
        return Workflow.newTimer(
                Duration.ofMillis(Math.max(left, 1)),
                TimerOptions.newBuilder().setSummary("The hold runs out").build());
    }

    private void declined(Ask.Pay pay, Declined decline) {
        story.now(BookingStatus.AWAITING_PAYMENT);
        asked = null;
        pay.answer()
                .complete(
                        new PaymentAnswer.NotCharged(
                                pay.request().commandHash(),
                                snapshot(),
                                decline.reason().name(),
                                decline.mayRetry() && charging.mayTryAgain()));
    }

    private void undo(CancelReason reason) {
        story.canceled(reason);
        undo.run().ifPresent(sale -> story.soldBefore(sale.facts().orElse(null)));
    }

    private void answerAtTheEnd() {
        switch (asked) {
            case Ask.Pay(var request, var answer) ->
                    answer.complete(
                            story.status() == BookingStatus.CONFIRMED
                                    ? new PaymentAnswer.Paid(request.commandHash(), snapshot())
                                    : new PaymentAnswer.NothingToPay(
                                            request.commandHash(), snapshot()));
            case Ask.Cancel(var answer) -> answer.complete(snapshot());
            case null -> {}
        }
        asked = null;
    }

    @Override
    public BookingSnapshot reserve() {
        undisturbed(() -> Workflow.await(story::isReserved));
        return snapshot();
    }

    @Override
    public PaymentAnswer pay(PayBooking request) {
        var ask = new Ask.Pay(request, Workflow.newPromise());
        asked = ask;
        undisturbed(ask.answer()::get);
        return ask.answer().get();
    }

    @Override
    public void mayPay(PayBooking request) {
        requireUnpaid(request.buyerId());
        story.mismatch(request)
                .ifPresent(failure -> {
                    throw turnedAway(failure);
                });
        if (!charging.mayTryAgain()) {
            throw turnedAway(BookingFailure.TOO_MANY_ATTEMPTS);
        }
    }

    @Override
    public BookingSnapshot cancel(CancelBooking request) {
        var ask = new Ask.Cancel(Workflow.newPromise());
        asked = ask;
        undisturbed(ask.answer()::get);
        return ask.answer().get();
    }

    @Override
    public void mayCancel(CancelBooking request) {
        requireUnpaid(request.buyerId());
    }

    @Override
    public void cancelByPromoter() {
        isCanceledByPromoter = true;
    }

    private void requireUnpaid(BuyerId asking) {
        if (!asking.equals(start.buyerId())) {
            throw turnedAway(BookingFailure.NOT_YOURS);
        }
        switch (story.status()) {
            case RESERVING -> throw turnedAway(BookingFailure.STILL_RESERVING);
            case PAYING -> throw turnedAway(BookingFailure.CHARGE_IN_FLIGHT);
            case CONFIRMED, CANCELED -> throw turnedAway(BookingFailure.ENDED);
            case AWAITING_PAYMENT -> {
                if (asked != null) {
                    throw turnedAway(BookingFailure.CHARGE_IN_FLIGHT);
                }
            }
        }
    }

    private static ApplicationFailure turnedAway(BookingFailure failure) {
        return ApplicationFailure.newNonRetryableFailure(failure.name(), failure.name());
    }

    @Override
    public void operator(OperatorDecision decision) {
        story.desk().decide(decision);
    }

    @Override
    public BookingSnapshot snapshot() {
        return story.snapshot();
    }

    /** Runs where no cancel request reaches: it is looked at only where the saga waits. */
    private static void undisturbed(Runnable work) {
        Workflow.newDetachedCancellationScope(work).run();
    }
}
