package boxoffice.order.web;

import boxoffice.kernel.BookingId;
import boxoffice.order.domain.Order;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders.
 *
 * @param next the cursor of the page after this one; left out on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrdersView(List<OrderView> orders, @Nullable BookingId next) {

    /**
     * @param found what is shown, and one more where there is a next page
     */
    static OrdersView of(List<Order> found, int count) {
        var shown = found.stream().limit(count).map(OrderView::of).toList();
        return new OrdersView(shown, found.size() > count ? shown.getLast().orderId() : null);
    }
}
