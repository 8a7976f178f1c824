package boxoffice.booking.saga;

import boxoffice.booking.contract.StartBooking;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.concert.contract.SellRefused;
import boxoffice.concert.contract.SellSeats;
import boxoffice.order.contract.ConfirmOrder;
import boxoffice.order.contract.ConfirmRefused;
import boxoffice.order.contract.OrderConfirmed;
import boxoffice.queue.contract.FinishPass;
import boxoffice.queue.contract.FinishRefused;
import boxoffice.queue.contract.PassFinished;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;

/**
 * The last phase, after the charge, or without one where the seats are given: forward only, for as
 * long as it takes. Selling decides.
 */
final class Settlement {

    private final StartBooking start;
    private final SeatsHeld facts;
    private final Patience patience;

    /** The moment of booking: the money has just been taken, or none is wanted. */
    private final Instant bookedAt = Instant.ofEpochMilli(Workflow.currentTimeMillis());

    Settlement(StartBooking start, SeatsHeld facts, Patience patience) {
        this.start = start;
        this.facts = facts;
        this.patience = patience;
    }

    /** Returns false only when an operator has given up a sale that was refused. */
    boolean complete() {
        if (patience.untilDone(Step.SELL_SEATS, (pace, decision) -> sellSeats(pace))
                instanceof StepResult.Refused) {
            return false;
        }
        var steps = new ArrayList<Promise<StepResult>>();
        steps.add(
                Async.function(
                        patience::untilDone,
                        Step.CONFIRM_ORDER,
                        (Patience.Call) (pace, decision) -> confirmOrder(pace)));
        if (start.complimentary() == null) {
            steps.add(
                    Async.function(
                            patience::untilDone,
                            Step.FINISH_PASS,
                            (Patience.Call) (pace, decision) -> finishPass(pace)));
        }
        Promise.allOf(steps).get();
        return true;
    }

    private StepResult sellSeats(Pace pace) {
        var seatNos = facts.seats().stream().map(SeatsHeld.HeldSeat::seatNo).toList();
        var command = new SellSeats(start.bookingId(), start.scheduleId(), seatNos);
        return switch (Services.concert(pace, "Sell " + String.join(", ", seatNos))
                .sellSeats(command)) {
            case SeatsSold() -> new StepResult.Done("seats sold");
            case SellRefused(var why) -> new StepResult.Refused(why);
        };
    }

    private StepResult confirmOrder(Pace pace) {
        var lines =
                facts.seats().stream()
                        .map(seat -> new ConfirmOrder.Line(seat.seatNo(), seat.price()))
                        .toList();
        var command =
                new ConfirmOrder(
                        start.bookingId(),
                        facts.concertId(),
                        facts.concertTitle(),
                        facts.promoterId(),
                        facts.venueName(),
                        facts.startsAt(),
                        bookedAt,
                        facts.feePolicy(),
                        lines,
                        facts.total());
        return switch (Services.order(pace, "Confirm the order").confirmOrder(command)) {
            case OrderConfirmed() -> new StepResult.Done("order confirmed");
            case ConfirmRefused(var why) -> new StepResult.Refused(why);
        };
    }

    private StepResult finishPass(Pace pace) {
        return switch (Services.queue(pace, "Finish the pass")
                .finishPass(new FinishPass(start.bookingId()))) {
            case PassFinished() -> new StepResult.Done("pass finished");
            case FinishRefused(var why) -> new StepResult.Refused(why);
        };
    }
}
