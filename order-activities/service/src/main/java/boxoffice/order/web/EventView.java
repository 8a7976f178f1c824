package boxoffice.order.web;

import boxoffice.kernel.Money;
import boxoffice.order.domain.Cancellation;
import boxoffice.order.domain.CancellationCause;
import boxoffice.order.domain.Dispute;
import boxoffice.order.domain.OrderEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order, and when. Each has the fields that it is about, and no others.
 *
 * @param reason why the order ended unsold
 * @param cause who has lines canceled
 * @param lines the lines that are canceled, by their seats
 * @param refund what of their prices goes back
 * @param fee what of them is kept
 * @param amount what the buyer's bank asks for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        What event,
        Instant at,
        @Nullable String reason,
        @Nullable CancellationCause cause,
        @Nullable List<String> lines,
        @Nullable Money refund,
        @Nullable Money fee,
        @Nullable Money amount) {

    enum What {
        OPENED,
        CONFIRMED,
        CANCELED,
        CANCELLATION_BEGUN,
        LINES_CANCELED,
        DISPUTE_OPENED,
        DISPUTE_WON,
        DISPUTE_LOST
    }

    static EventView of(OrderEvent event) {
        var at = event.at();
        return switch (event) {
            case OrderEvent.Opened _ -> of(What.OPENED, at);
            case OrderEvent.Confirmed _ -> of(What.CONFIRMED, at);
            case OrderEvent.Canceled(_, var reason) -> of(What.CANCELED, at, reason.value());
            case OrderEvent.CancellationBegun(_, var cancellation) ->
                    of(What.CANCELLATION_BEGUN, at, cancellation);
            case OrderEvent.LinesCanceled(_, var cancellation) ->
                    of(What.LINES_CANCELED, at, cancellation);
            case OrderEvent.Disputed(_, var amount) -> of(What.DISPUTE_OPENED, at, amount);
            case OrderEvent.DisputeSettled(_, var end, var amount) -> of(ended(end), at, amount);
        };
    }

    private static What ended(Dispute.State end) {
        return switch (end) {
            case OPEN -> throw new IllegalStateException("a dispute that is settled is not open");
            case WON -> What.DISPUTE_WON;
            case LOST -> What.DISPUTE_LOST;
        };
    }

    private static EventView of(What what, Instant at) {
        return new EventView(what, at, null, null, null, null, null, null);
    }

    private static EventView of(What what, Instant at, String reason) {
        return new EventView(what, at, reason, null, null, null, null, null);
    }

    private static EventView of(What what, Instant at, Money amount) {
        return new EventView(what, at, null, null, null, null, null, amount);
    }

    private static EventView of(What what, Instant at, Cancellation it) {
        return new EventView(what, at, null, it.cause(), it.seatNos(), it.refund(), it.fee(), null);
    }
}
