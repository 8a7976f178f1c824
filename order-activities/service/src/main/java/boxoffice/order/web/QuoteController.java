package boxoffice.order.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.order.domain.CancellationCause;
import boxoffice.order.domain.CancellationTerms;
import boxoffice.order.domain.QuoteResult;
import boxoffice.order.store.Orders;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What it would cost to give tickets back. Asking changes nothing and reserves nothing. */
@RestController
@RequestMapping("/api/orders/{id}/cancellation-quote")
class QuoteController {

    private final Orders orders;
    private final Clock clock;

    QuoteController(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * @param lines the lines, by their seats, each once; all that are left where there is none
     */
    @Answers({
        "400 duplicate-lines",
        "404 order-not-found",
        "409 not-confirmed already-canceled order-disputed cancellation-closed quote-changed",
        "422 unknown-lines"
    })
    @GetMapping
    QuoteView quote(
            BuyerId buyer,
            @Parameter(example = "aa5724f8-3305-3f4b-b2b8-aea8b0465f2e") @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> lines) {
        if (new HashSet<>(lines).size() < lines.size()) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "duplicate-lines", "Name each line once.");
        }
        var order = OrderController.own(orders, buyer, id);
        var now = clock.instant();
        return switch (CancellationTerms.quote(order, lines, now, CancellationCause.BY_BUYER)) {
            case QuoteResult.Offered(var quote) -> QuoteView.of(order.opening().bookingId(), quote);
            case QuoteResult.Refused(var reason, var seatNos, var _) ->
                    throw refused(reason, seatNos, order.opening().bookingId());
        };
    }

    private static ApiProblem refused(
            QuoteResult.Reason reason, List<String> seatNos, BookingId order) {
        var problem =
                switch (reason) {
                    case UNKNOWN_ORDER -> OrderController.notFound();
                    case NOT_CONFIRMED ->
                            conflict("not-confirmed", "What is not paid has nothing to give back.");
                    case UNKNOWN_LINES ->
                            new ApiProblem(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "unknown-lines",
                                    "The order has no such lines. See the order.");
                    case ALREADY_CANCELED ->
                            conflict(
                                    "already-canceled",
                                    "These lines are canceled already, or being canceled.");
                    case DISPUTED ->
                            conflict(
                                    "order-disputed",
                                    "Your bank has asked for this payment back, so it is not"
                                            + " given back here as well. Ask your bank.");
                    case TOO_LATE ->
                            conflict(
                                    "cancellation-closed",
                                    "Nothing can be given back any more: it is the day of the"
                                            + " concert, or later than its policy allows.");
                    case QUOTE_CHANGED ->
                            conflict("quote-changed", "The fee has changed. Ask for it again.");
                };
        return problem.with(
                seatNos.isEmpty()
                        ? Map.of("orderId", order)
                        : Map.of("orderId", order, "lines", seatNos));
    }

    private static ApiProblem conflict(String code, String detail) {
        return new ApiProblem(HttpStatus.CONFLICT, code, detail);
    }
}
