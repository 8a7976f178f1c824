package boxoffice.order.domain;

import boxoffice.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that became of an order, with its instant. None of these is written down beside the
 * order: each row of it moves forward only, and each move leaves its instant in a column of its own
 * that no later one writes. So the history is what the rows say, and can never say another thing.
 */
public sealed interface OrderEvent {

    Instant at();

    /** The order was opened. */
    record Opened(Instant at) implements OrderEvent {}

    /** It was sold. */
    record Confirmed(Instant at) implements OrderEvent {}

    /** It ended unsold. */
    record Canceled(Instant at, CancelReason reason) implements OrderEvent {}

    /** Lines were claimed, to be given back. */
    record CancellationBegun(Instant at, Cancellation cancellation) implements OrderEvent {}

    /** They are canceled, and their money is back. */
    record LinesCanceled(Instant at, Cancellation cancellation) implements OrderEvent {}

    /** The buyer's bank asked for the money; the instant is the bank's. */
    record Disputed(Instant at, Money amount) implements OrderEvent {}

    /** The bank has decided. */
    record DisputeSettled(Instant at, Dispute.State end, Money amount) implements OrderEvent {}

    /** All that became of the order, oldest first. */
    static List<OrderEvent> of(Order order, List<Cancellation> cancellations) {
        var events = new ArrayList<OrderEvent>();
        var opened = order.opening().openedAt();
        switch (order) {
            case Order.Pending _ -> events.add(new Opened(opened));
            case Order.Confirmed confirmed -> {
                events.add(new Opened(opened));
                events.add(new Confirmed(confirmed.confirmedAt()));
            }
            case Order.Canceled canceled -> {
                // A cancellation that came first opened nothing: it wrote both in one moment.
                if (!opened.equals(canceled.canceledAt())) {
                    events.add(new Opened(opened));
                }
                events.add(new Canceled(canceled.canceledAt(), canceled.reason()));
            }
        }
        cancellations.forEach(it -> addTo(events, it));
        order.opening().disputes().forEach(it -> addTo(events, it));
        events.sort(Comparator.comparing(OrderEvent::at));
        return List.copyOf(events);
    }

    private static void addTo(List<OrderEvent> events, Cancellation cancellation) {
        events.add(new CancellationBegun(cancellation.claimedAt(), cancellation));
        var closed = cancellation.closedAt();
        if (closed != null) {
            events.add(new LinesCanceled(closed, cancellation));
        }
    }

    private static void addTo(List<OrderEvent> events, Dispute dispute) {
        events.add(new Disputed(dispute.openedAt(), dispute.amount()));
        var closed = dispute.closedAt();
        if (closed != null) {
            events.add(new DisputeSettled(closed, dispute.state(), dispute.amount()));
        }
    }
}
