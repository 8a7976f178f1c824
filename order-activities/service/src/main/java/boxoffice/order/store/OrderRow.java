package boxoffice.order.store;

import static java.util.Objects.requireNonNull;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.domain.CancelReason;
import boxoffice.order.domain.Dispute;
import boxoffice.order.domain.Order;
import boxoffice.order.domain.OrderNumber;
import boxoffice.order.domain.OrderState;
import boxoffice.order.domain.Sale;
import boxoffice.persistence.Timestamps;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A row of {@code orders}, times in UTC. Which columns are null in which state, its CHECK
 * constraints say.
 */
@Table("orders")
record OrderRow(
        @Id BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        OrderState state,
        LocalDateTime openedAt,
        @Nullable ConcertId concertId,
        @Nullable String concertTitle,
        @Nullable PromoterId promoterId,
        @Nullable String venueName,
        @Nullable LocalDateTime startsAt,
        @Nullable LocalDateTime bookedAt,
        @Nullable String feePolicy,
        @Nullable Long total,
        @Nullable String currency,
        @Nullable LocalDateTime confirmedAt,
        @Nullable String orderNumber,
        @Nullable String reason,
        @Nullable LocalDateTime canceledAt) {

    /**
     * @param linesByOrder where a confirmed order's lines are found
     * @param disputesByOrder where its disputes are, if it has any
     */
    Order toOrder(
            Map<String, List<OrderLineRow>> linesByOrder,
            Map<String, List<Dispute>> disputesByOrder) {
        var opening =
                new Order.Opening(
                        bookingId,
                        buyerId,
                        scheduleId,
                        Timestamps.instant(openedAt),
                        disputesByOrder.getOrDefault(bookingId.toString(), List.of()));
        return switch (state) {
            case PENDING -> new Order.Pending(opening);
            case CONFIRMED ->
                    new Order.Confirmed(
                            opening,
                            new OrderNumber(requireNonNull(orderNumber)),
                            sale(requireNonNull(linesByOrder.get(bookingId.toString()))),
                            Timestamps.instant(requireNonNull(confirmedAt)));
            case CANCELED ->
                    new Order.Canceled(
                            opening,
                            new CancelReason(requireNonNull(reason)),
                            Timestamps.instant(requireNonNull(canceledAt)));
        };
    }

    private Sale sale(List<OrderLineRow> lines) {
        var saleCurrency = requireNonNull(currency);
        return new Sale(
                requireNonNull(concertId),
                requireNonNull(concertTitle),
                requireNonNull(promoterId),
                requireNonNull(venueName),
                Timestamps.instant(requireNonNull(startsAt)),
                Timestamps.instant(requireNonNull(bookedAt)),
                FeePolicyColumn.read(requireNonNull(feePolicy)),
                lines.stream().map(line -> line.toLine(saleCurrency)).toList(),
                new Money(requireNonNull(total), saleCurrency));
    }
}
