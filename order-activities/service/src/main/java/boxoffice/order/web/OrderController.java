package boxoffice.order.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.order.domain.Order;
import boxoffice.order.store.Orders;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The buyer's own orders. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

    private static final int LIMIT_MAX = 100;

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    /**
     * A page of the buyer's orders, newest first.
     *
     * @param limit orders at most, 1 to 100; else 400 limit-invalid
     * @param cursor the {@code next} of the page before; anything else is 400 cursor-invalid
     */
    @Answers("400 limit-invalid cursor-invalid")
    @GetMapping
    OrdersView list(
            BuyerId buyer,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var count = countOf(limit);
        // One more than is shown tells whether there is a next page.
        var found =
                cursor == null ? orders.newest(buyer, count + 1) : after(cursor, buyer, count + 1);
        return OrdersView.of(found, count);
    }

    /** One order: 404 order-not-found where it is unknown, malformed or another buyer's. */
    @Answers("404 order-not-found")
    @GetMapping("/{id}")
    OrderView show(BuyerId buyer, @PathVariable String id) {
        return OrderView.of(own(orders, buyer, id));
    }

    /**
     * @throws ApiProblem 404 order-not-found
     */
    static Order own(Orders orders, BuyerId buyer, String id) {
        return idOf(id).flatMap(known -> orders.find(buyer, known))
                .orElseThrow(OrderController::notFound);
    }

    static ApiProblem notFound() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "order-not-found",
                "You have no order of this id. GET /api/orders lists yours.");
    }

    /** A cursor is the id of the last order shown, so a forged one names no order of the buyer. */
    private List<Order> after(String cursor, BuyerId buyer, int count) {
        return idOf(cursor)
                .flatMap(last -> orders.newestAfter(buyer, last, count))
                .orElseThrow(() ->
                        new ApiProblem(
                                HttpStatus.BAD_REQUEST,
                                "cursor-invalid",
                                "Send the 'next' of the page before as the cursor, or"
                                        + " none to begin anew."));
    }

    private static int countOf(String limit) {
        try {
            var count = Integer.parseInt(limit);
            if (count >= 1 && count <= LIMIT_MAX) {
                return count;
            }
        } catch (NumberFormatException _) {
            // Not a number: told below, like a number out of range.
        }
        throw new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "limit-invalid",
                "The limit is a number from 1 to {0}.",
                LIMIT_MAX);
    }

    private static Optional<BookingId> idOf(String text) {
        try {
            return Optional.of(BookingId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
