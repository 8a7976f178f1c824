package boxoffice.order.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.order.domain.Order;
import boxoffice.order.domain.OrderNumber;
import boxoffice.order.domain.OrderState;
import boxoffice.order.store.Histories;
import boxoffice.order.store.Orders;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.Paging;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Paging<Orders.Position> PAGES =
            new Paging<>(
                    "orders",
                    last -> List.of(last.openedAt().toString(), last.bookingId().toString()),
                    texts ->
                            new Orders.Position(
                                    Instant.parse(texts.get(0)), BookingId.of(texts.get(1))));

    private final Orders orders;
    private final Histories histories;

    OrderController(Orders orders, Histories histories) {
        this.orders = orders;
        this.histories = histories;
    }

    /**
     * A page of the buyer's orders, newest first.
     *
     * @param limit orders at most, 1 to 100; else 400 limit-invalid
     * @param cursor the {@code next} of the page before; anything else is 400 cursor-invalid
     * @param state only orders of this state; all where it is left out; else 400 state-invalid
     */
    @Answers("400 limit-invalid cursor-invalid state-invalid")
    @GetMapping
    OrdersView list(
            BuyerId buyer,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String state) {
        var only = stateOf(state);
        var asked = PAGES.asked(limit, cursor, buyer, only);
        var found = orders.newest(buyer, only, asked.after(), asked.rows());
        return OrdersView.of(asked.page(found, Orders.Position::of));
    }

    /**
     * One order and what became of it: 404 order-not-found where it is unknown, malformed or
     * another buyer's.
     *
     * @param id the order's id, or its number however it is written
     */
    @Answers("404 order-not-found")
    @GetMapping("/{id}")
    OrderView show(
            BuyerId buyer,
            @Parameter(example = "aa5724f8-3305-3f4b-b2b8-aea8b0465f2e") @PathVariable String id) {
        var order = own(orders, buyer, id);
        return OrderView.of(order, histories.of(order));
    }

    /**
     * @throws ApiProblem 404 order-not-found
     */
    static Order own(Orders orders, BuyerId buyer, String id) {
        return idOf(id).flatMap(known -> orders.find(buyer, known))
                .or(() -> numberOf(id).flatMap(known -> orders.find(buyer, known)))
                .orElseThrow(OrderController::notFound);
    }

    static ApiProblem notFound() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "order-not-found",
                "You have no order of this id or number. GET /api/orders lists yours.");
    }

    private static @Nullable OrderState stateOf(@Nullable String text) {
        try {
            return text == null ? null : OrderState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "state-invalid",
                    "An order''s state is one of {0}.",
                    Stream.of(OrderState.values())
                            .map(OrderState::name)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static Optional<BookingId> idOf(String text) {
        try {
            return Optional.of(BookingId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<OrderNumber> numberOf(String text) {
        try {
            return Optional.of(OrderNumber.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
