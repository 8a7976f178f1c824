package boxoffice.order.store;

import boxoffice.kernel.Money;
import boxoffice.order.domain.LineState;
import boxoffice.order.domain.OrderLine;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code order_lines}.
 *
 * @param price minor units of the order's currency
 * @param cancellationId null while the line is confirmed
 * @param fee minor units of the order's currency; null while the line is confirmed
 */
record OrderLineRow(
        String orderId,
        String seatNo,
        long price,
        LineState state,
        @Nullable String cancellationId,
        @Nullable Long fee) {

    OrderLine toLine(String currency) {
        return new OrderLine(
                seatNo,
                new Money(price, currency),
                state,
                fee == null ? null : new Money(fee, currency));
    }
}
