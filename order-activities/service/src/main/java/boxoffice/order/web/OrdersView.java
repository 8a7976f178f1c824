package boxoffice.order.web;

import boxoffice.order.domain.Order;
import boxoffice.web.Paging;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders.
 *
 * @param next the cursor of the page after this one; left out on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrdersView(List<OrderView> orders, @Nullable String next) {

    static OrdersView of(Paging.Page<Order> page) {
        return new OrdersView(page.items().stream().map(OrderView::of).toList(), page.next());
    }
}
