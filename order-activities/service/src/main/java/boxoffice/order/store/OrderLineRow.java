package boxoffice.order.store;

import boxoffice.kernel.Money;
import boxoffice.order.domain.OrderLine;

/**
 * A row of {@code order_lines}.
 *
 * @param price minor units of the order's currency
 */
record OrderLineRow(String orderId, String seatNo, long price) {

    OrderLine toLine(String currency) {
        return new OrderLine(seatNo, new Money(price, currency));
    }
}
