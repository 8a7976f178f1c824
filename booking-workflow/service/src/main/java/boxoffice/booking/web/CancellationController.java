package boxoffice.booking.web;

import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.Cancellation;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.web.Answers;
import boxoffice.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The end of a booking at its buyer's wish, paid or not. */
@RestController
@RequestMapping("/api/bookings/{id}")
@Answers({"429 too-many-requests Retry-After", "503 temporarily-unavailable Retry-After"})
class CancellationController {

    private final Bookings bookings;
    private final KnownBookings known;
    private final Cancellations cancellations;
    private final CancellationQuotes quotes;
    private final BuyerLimit limit;

    CancellationController(
            Bookings bookings,
            KnownBookings known,
            Cancellations cancellations,
            CancellationQuotes quotes,
            BuyerLimit limit) {
        this.bookings = bookings;
        this.known = known;
        this.cancellations = cancellations;
        this.quotes = quotes;
        this.limit = limit;
    }

    /**
     * Cancels an unpaid booking, which is then shown; or lines of a confirmed one, and then the
     * cancellation is shown.
     */
    @Answers(
            value = {
                "202 Location Retry-After",
                "200",
                "400 too-many-lines duplicate-lines invalid-line invalid-amount",
                "404 booking-not-found",
                "409 not-confirmed already-canceled order-disputed cancellation-closed"
                        + " quote-changed still-reserving payment-in-flight booking-confirmed"
                        + " Retry-After?",
                "422 unknown-lines",
                Refusals.CANCELED_403,
                Refusals.CANCELED_404,
                Refusals.CANCELED_409,
                Refusals.CANCELED_422,
                Refusals.CANCELED_503
            },
            body = {BookingView.class, CancellationView.class},
            example = "{}")
    @PostMapping("/cancellation")
    ResponseEntity<?> cancel(
            BuyerId buyer,
            IdempotencyKey key,
            @Parameter(example = "aa5724f8-3305-3f4b-b2b8-aea8b0465f2e") @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestBody(required = false) @Nullable CancelRequest request) {
        limit.admit(buyer);
        var booking = KnownBookings.id(id);
        var asked = CancelRequest.checked(request);
        var status = known.find(buyer, booking, authorization).status();
        if (status == BookingStatus.CONFIRMED) {
            return cancellations
                    .cancel(buyer, booking, key, asked)
                    .map(done -> ResponseEntity.ok(CancellationView.of(done)))
                    .orElseGet(() -> canceling(booking, key));
        }
        if (!asked.isPlain() && status != BookingStatus.CANCELED) {
            throw Refusals.notConfirmed(booking);
        }
        // Whether the wish or the hold's end comes first: it will be canceled.
        return bookings.cancel(buyer, booking, key)
                .map(BookingAnswers::shown)
                .orElseGet(() -> BookingAnswers.underWay(booking, BookingStatus.CANCELED));
    }

    /** What canceling a confirmed booking would cost now. */
    @Answers(
            value = {
                "400 duplicate-lines",
                "404 booking-not-found",
                "409 not-confirmed already-canceled order-disputed cancellation-closed"
                        + " quote-changed",
                "422 unknown-lines"
            },
            body = CancellationView.class)
    @GetMapping("/cancellation-quote")
    ResponseEntity<byte[]> quote(
            BuyerId buyer,
            @Parameter(example = "aa5724f8-3305-3f4b-b2b8-aea8b0465f2e") @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestParam(defaultValue = "") List<String> lines) {
        limit.admit(buyer);
        return quotes.find(KnownBookings.id(id), lines, authorization);
    }

    private static ResponseEntity<CancellationView> canceling(BookingId id, IdempotencyKey key) {
        var cancellation = Cancellation.cancellationId(id, key.value());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(BookingAnswers.location(id))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(CancellationView.begun(id, cancellation));
    }
}
