package boxoffice.order.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.domain.Dispute;
import boxoffice.order.domain.LineState;
import boxoffice.order.domain.Order;
import boxoffice.order.domain.OrderEvent;
import boxoffice.order.domain.OrderLine;
import boxoffice.order.domain.OrderState;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as its buyer sees it: each state with the fields it has, and no others. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderView.Pending.class, name = "PENDING"),
    @JsonSubTypes.Type(value = OrderView.Confirmed.class, name = "CONFIRMED"),
    @JsonSubTypes.Type(value = OrderView.Canceled.class, name = "CANCELED")
})
sealed interface OrderView {

    /** The booking's id too. */
    BookingId orderId();

    /** Left out while there is none. */
    List<DisputeView> disputes();

    /** What became of it, oldest first; left out where many orders are listed. */
    List<EventView> history();

    record Pending(
            BookingId orderId,
            OrderState state,
            ScheduleId scheduleId,
            Instant openedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DisputeView> disputes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EventView> history)
            implements OrderView {}

    /**
     * A confirmed one.
     *
     * @param orderNumber for people, such as K7QD-M4XW-9TRC
     */
    record Confirmed(
            BookingId orderId,
            String orderNumber,
            OrderState state,
            ScheduleId scheduleId,
            Instant openedAt,
            ConcertId concertId,
            String concertTitle,
            String venueName,
            Instant startsAt,
            List<LineView> lines,
            Money total,
            Instant confirmedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DisputeView> disputes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EventView> history)
            implements OrderView {}

    /**
     * One line.
     *
     * @param fee what of the price a cancellation keeps; left out while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(String seatNo, Money price, LineState state, @Nullable Money fee) {
        private static LineView of(OrderLine line) {
            return new LineView(line.seatNo(), line.price(), line.state(), line.fee());
        }
    }

    record Canceled(
            BookingId orderId,
            OrderState state,
            ScheduleId scheduleId,
            Instant openedAt,
            String reason,
            Instant canceledAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DisputeView> disputes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EventView> history)
            implements OrderView {}

    /**
     * That the buyer's bank wants the money back.
     *
     * @param since when the bank asked for it
     */
    record DisputeView(Dispute.State state, Money amount, Instant since) {
        private static List<DisputeView> of(Order.Opening opening) {
            return opening.disputes().stream()
                    .map(one -> new DisputeView(one.state(), one.amount(), one.openedAt()))
                    .toList();
        }
    }

    static OrderView of(Order order) {
        return of(order, List.of());
    }

    static OrderView of(Order order, List<OrderEvent> events) {
        var opening = order.opening();
        var history = events.stream().map(EventView::of).toList();
        return switch (order) {
            case Order.Pending _ ->
                    new Pending(
                            opening.bookingId(),
                            OrderState.PENDING,
                            opening.scheduleId(),
                            opening.openedAt(),
                            DisputeView.of(opening),
                            history);
            case Order.Confirmed confirmed -> confirmed(opening, confirmed, history);
            case Order.Canceled canceled ->
                    new Canceled(
                            opening.bookingId(),
                            OrderState.CANCELED,
                            opening.scheduleId(),
                            opening.openedAt(),
                            canceled.reason().value(),
                            canceled.canceledAt(),
                            DisputeView.of(opening),
                            history);
        };
    }

    private static Confirmed confirmed(
            Order.Opening opening, Order.Confirmed order, List<EventView> history) {
        var sale = order.sale();
        return new Confirmed(
                opening.bookingId(),
                order.number().toString(),
                OrderState.CONFIRMED,
                opening.scheduleId(),
                opening.openedAt(),
                sale.concertId(),
                sale.concertTitle(),
                sale.venueName(),
                sale.startsAt(),
                sale.lines().stream().map(LineView::of).toList(),
                sale.total(),
                order.confirmedAt(),
                DisputeView.of(opening),
                history);
    }
}
