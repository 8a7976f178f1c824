package boxoffice.booking.saga;

import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.PolicyLimit;
import boxoffice.booking.contract.StartBooking;
import boxoffice.concert.contract.AlreadySold;
import boxoffice.concert.contract.Complimentary;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.ReleaseSeats;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.kernel.BookingId;
import boxoffice.order.contract.AlreadyConfirmed;
import boxoffice.order.contract.CancelOrder;
import boxoffice.order.contract.OpenOrder;
import boxoffice.order.contract.OpenOutcome;
import boxoffice.order.contract.OpenRefused;
import boxoffice.order.contract.OrderCanceled;
import boxoffice.order.contract.OrderOpened;
import boxoffice.queue.contract.AlreadyFinished;
import boxoffice.queue.contract.GivePassBack;
import boxoffice.queue.contract.PassGivenBack;
import boxoffice.queue.contract.PassNotNeeded;
import boxoffice.queue.contract.PassRefused;
import boxoffice.queue.contract.PassTaken;
import boxoffice.queue.contract.TakeOutcome;
import boxoffice.queue.contract.TakePass;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first phase: pass, seats and order, taken side by side, each with its undo registered. */
final class Reservation {

    /** What reserving came to. */
    sealed interface Result {
        /** All three are had. */
        record Held(SeatsHeld facts) implements Result {}

        /** At least one is not to be had; the rest has to be undone. */
        record Refused(
                CancelReason reason,
                List<String> seatNos,
                @Nullable BookingId ownBooking,
                @Nullable PolicyLimit limit)
                implements Result {

            private Refused(CancelReason reason) {
                this(reason, List.of(), null, null);
            }
        }

        /**
         * This booking had ended before this run, by rows that never move back: an old key came
         * again after Temporal had forgotten it. Nothing is to be undone; the hold row says how.
         *
         * @param sale the facts of its sale; null if it ended without one
         */
        record EndedBefore(@Nullable SeatsHeld sale) implements Result {}
    }

    private final StartBooking start;
    private final UndoList undo;
    private final Supplier<String> reasonOfUndo;

    Reservation(StartBooking start, UndoList undo, Supplier<String> reasonOfUndo) {
        this.start = start;
        this.undo = undo;
        this.reasonOfUndo = reasonOfUndo;
    }

    Result attempt() {
        registerUndo();
        var take = takePass();
        var hold = holdSeats();
        var open = openOrder();
        Workflow.await(() ->
                Stream.of(take, hold, open).allMatch(Promise::isCompleted)
                        || Stream.of(take, hold, open).anyMatch(Reservation::isOver));
        if (Stream.of(take, hold, open).anyMatch(Reservation::saysEndedBefore)) {
            Workflow.await(hold::isCompleted);
            return new Result.EndedBefore(
                    valueOf(hold) instanceof AlreadySold(var sale) ? sale : null);
        }
        if (valueOf(hold) instanceof SeatsHeld facts
                && Stream.of(take, hold, open).noneMatch(Reservation::isOver)) {
            return new Result.Held(facts);
        }
        // One refusal is enough: the others are not waited for. Nor are they cancelled, which they
        // could outrun: their undo fences them off.
        return refusal(take, hold, open);
    }

    /** A guest needs no pass. */
    private Promise<TakeOutcome> takePass() {
        if (start.complimentary() != null) {
            return Workflow.newPromise(new PassNotNeeded());
        }
        return Async.function(
                Services.queue(Pace.RESERVE, "Take the pass")::takePass,
                new TakePass(
                        start.bookingId(), start.buyerId(), start.scheduleId(), start.passId()));
    }

    private Promise<HoldOutcome> holdSeats() {
        var startedAt = Instant.ofEpochMilli(Workflow.getInfo().getRunStartedTimestampMillis());
        return Async.function(
                Services.concert(Pace.RESERVE, "Hold " + start.seatsInWords())::holdSeats,
                new HoldSeats(
                        start.bookingId(),
                        start.buyerId(),
                        start.scheduleId(),
                        start.seatNos(),
                        bestSeats(),
                        startedAt,
                        start.presaleCodeHash(),
                        complimentary()));
    }

    private boxoffice.concert.contract.@Nullable BestSeats bestSeats() {
        var best = start.best();
        return best == null
                ? null
                : new boxoffice.concert.contract.BestSeats(
                        best.quantity(),
                        best.section(),
                        best.grade(),
                        best.budget(),
                        best.apart(),
                        best.wheelchair());
    }

    private @Nullable Complimentary complimentary() {
        var gift = start.complimentary();
        return gift == null ? null : new Complimentary(gift.promoterId());
    }

    private Promise<OpenOutcome> openOrder() {
        return Async.function(
                Services.order(Pace.RESERVE, "Open the order")::openOrder,
                new OpenOrder(start.bookingId(), start.buyerId(), start.scheduleId()));
    }

    /** Whether this step's answer alone ends the reservation. */
    private static boolean isOver(Promise<?> step) {
        return step.isCompleted()
                && switch (valueOf(step)) {
                    case SeatsHeld held -> false;
                    case PassTaken taken -> false;
                    case PassNotNeeded free -> false;
                    case OrderOpened opened -> false;
                    case null, default -> true;
                };
    }

    private static boolean saysEndedBefore(Promise<?> step) {
        return switch (valueOf(step)) {
            case AlreadySold sold -> true;
            case AlreadyFinished finished -> true;
            case AlreadyConfirmed confirmed -> true;
            case null, default -> false;
        };
    }

    private static Result.Refused refusal(
            Promise<TakeOutcome> take, Promise<HoldOutcome> hold, Promise<OpenOutcome> open) {
        if (valueOf(hold) instanceof SeatsRefused(var reason, var seatNos, var own, var limit)) {
            return new Result.Refused(reasonOf(reason), seatNos, own, limitOf(limit));
        }
        if (valueOf(take) instanceof PassRefused(var reason, var own)) {
            return new Result.Refused(reasonOf(reason), List.of(), own, null);
        }
        return valueOf(open) instanceof OpenRefused
                ? new Result.Refused(CancelReason.ENDED_BEFORE)
                : new Result.Refused(CancelReason.UNAVAILABLE);
    }

    private static @Nullable PolicyLimit limitOf(SeatsRefused.@Nullable PolicyLimit limit) {
        return limit == null
                ? null
                : new PolicyLimit(limit.policy(), limit.limit(), limit.remaining());
    }

    private static CancelReason reasonOf(SeatsRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN_SCHEDULE -> CancelReason.UNKNOWN_SCHEDULE;
            case SALE_NOT_OPEN -> CancelReason.SALE_NOT_OPEN;
            case SALE_PAUSED -> CancelReason.SALE_PAUSED;
            case SALE_CLOSED -> CancelReason.SALE_CLOSED;
            case SCHEDULE_CANCELED -> CancelReason.SCHEDULE_CANCELED;
            case BUYER_LIMIT_REACHED -> CancelReason.BUYER_LIMIT_REACHED;
            case PRESALE_CODE_REQUIRED -> CancelReason.PRESALE_CODE_REQUIRED;
            case PRESALE_CODE_INVALID -> CancelReason.PRESALE_CODE_INVALID;
            case PRESALE_CODE_USED_UP -> CancelReason.PRESALE_CODE_USED_UP;
            case PRESALE_SOLD_OUT -> CancelReason.PRESALE_SOLD_OUT;
            case UNKNOWN_SEATS -> CancelReason.UNKNOWN_SEATS;
            case UNKNOWN_SECTION -> CancelReason.UNKNOWN_SECTION;
            case UNKNOWN_GRADE -> CancelReason.UNKNOWN_GRADE;
            case SEATS_BLOCKED -> CancelReason.SEATS_BLOCKED;
            case SEATS_NOT_BLOCKED -> CancelReason.SEATS_NOT_BLOCKED;
            case SEATS_TAKEN -> CancelReason.SEATS_TAKEN;
            case NOT_TOGETHER -> CancelReason.NOT_TOGETHER;
            case NOT_ENOUGH_SEATS -> CancelReason.NOT_ENOUGH_SEATS;
            case EXPIRED -> CancelReason.EXPIRED;
            case RELEASED -> CancelReason.ENDED_BEFORE;
        };
    }

    private static CancelReason reasonOf(PassRefused.Reason reason) {
        return switch (reason) {
            case PASS_REQUIRED -> CancelReason.PASS_REQUIRED;
            case PASS_EXPIRED -> CancelReason.PASS_EXPIRED;
            case PASS_IN_USE -> CancelReason.PASS_IN_USE;
            case PASS_USED -> CancelReason.PASS_USED;
            case GIVEN_BACK -> CancelReason.ENDED_BEFORE;
        };
    }

    private void registerUndo() {
        var id = start.bookingId();
        var buyer = start.buyerId();
        var schedule = start.scheduleId();
        undo.register(
                Step.CANCEL_ORDER,
                (pace, decision) -> {
                    var reason = reasonOfUndo.get();
                    return switch (Services.order(pace, "Cancel the order")
                            .cancelOrder(new CancelOrder(id, buyer, schedule, reason))) {
                        case OrderCanceled() -> new StepResult.Done("order canceled");
                        case AlreadyConfirmed() -> new StepResult.EndedInSale(null);
                    };
                });
        undo.register(
                Step.RELEASE_SEATS,
                (pace, decision) ->
                        switch (Services.concert(pace, "Release " + start.seatsInWords())
                                .releaseSeats(new ReleaseSeats(id, buyer, schedule))) {
                            case SeatsReleased() -> new StepResult.Done("seats free again");
                            case AlreadySold(var sale) -> new StepResult.EndedInSale(sale);
                        });
        if (start.complimentary() != null) {
            return;
        }
        undo.register(
                Step.GIVE_PASS_BACK,
                (pace, decision) ->
                        switch (Services.queue(pace, "Give the pass back")
                                .givePassBack(new GivePassBack(id, buyer, schedule))) {
                            case PassGivenBack() -> new StepResult.Done("pass given back");
                            case AlreadyFinished() -> new StepResult.EndedInSale(null);
                        });
    }

    /** What a finished promise brought; null if it failed or is still open. */
    private static <T> @Nullable T valueOf(Promise<T> promise) {
        return promise.isCompleted() && promise.getFailure() == null ? promise.get() : null;
    }
}
