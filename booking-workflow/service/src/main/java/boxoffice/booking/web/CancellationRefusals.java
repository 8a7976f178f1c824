package boxoffice.booking.web;

import boxoffice.booking.contract.CancellationRefusal;
import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.web.ApiProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How a cancellation that did nothing is told to its buyer: status, code, and what to do. */
final class CancellationRefusals {
    private CancellationRefusals() {}

    static ApiProblem of(CancellationSnapshot refused) {
        var why = Objects.requireNonNull(refused.refusal(), "a refused one says why");
        if (why == CancellationRefusal.UNKNOWN_BOOKING) {
            return Refusals.notFound();
        }
        var members = new HashMap<String, Object>();
        members.put("bookingId", refused.bookingId());
        if (!refused.refusedLines().isEmpty()) {
            members.put("lines", refused.refusedLines());
        }
        if (why == CancellationRefusal.QUOTE_CHANGED) {
            members.put("quote", quote(refused));
        }
        return of(why).with(members);
    }

    private static Map<String, @Nullable Object> quote(CancellationSnapshot refused) {
        var quote = new HashMap<String, @Nullable Object>();
        quote.put("lines", refused.lines());
        quote.put("fee", refused.fee());
        quote.put("refund", refused.refund());
        quote.put("validUntil", refused.validUntil());
        return quote;
    }

    private static ApiProblem of(CancellationRefusal why) {
        return switch (why) {
            case UNKNOWN_BOOKING -> Refusals.notFound();
            case NOT_CONFIRMED ->
                    conflict("not-confirmed", "The booking is not paid, so nothing comes back.");
            case UNKNOWN_LINES ->
                    new ApiProblem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "unknown-lines",
                            "The booking has no such lines; nothing is canceled. See the order.");
            case ALREADY_CANCELED ->
                    conflict(
                            "already-canceled",
                            "Lines of it are canceled already, or being canceled; nothing else"
                                    + " was done. See the order.");
            case DISPUTED ->
                    conflict(
                            "order-disputed",
                            "Your bank has asked for this payment back, so it is not given back"
                                    + " here as well; nothing is canceled. Ask your bank.");
            case TOO_LATE ->
                    conflict(
                            "cancellation-closed",
                            "Nothing can be given back any more: it is the day of the concert, or"
                                    + " later than its policy allows.");
            case QUOTE_CHANGED ->
                    conflict(
                            "quote-changed",
                            "The fee is another by now; nothing is canceled. See the new quote, and"
                                    + " send it with a new Idempotency-Key.");
        };
    }

    private static ApiProblem conflict(String code, String detail) {
        return new ApiProblem(HttpStatus.CONFLICT, code, detail);
    }
}
