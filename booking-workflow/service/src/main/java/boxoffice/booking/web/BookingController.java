package boxoffice.booking.web;

import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.Cancellation;
import boxoffice.booking.contract.PaymentAnswer;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.web.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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

/** The buyer's bookings. */
@RestController
@RequestMapping("/api/bookings")
class BookingController {

    private final Bookings bookings;
    private final PastBookings past;
    private final Cancellations cancellations;
    private final CancellationQuotes quotes;
    private final BuyerLimit limit;

    BookingController(
            Bookings bookings,
            PastBookings past,
            Cancellations cancellations,
            CancellationQuotes quotes,
            BuyerLimit limit) {
        this.bookings = bookings;
        this.past = past;
        this.cancellations = cancellations;
        this.quotes = quotes;
        this.limit = limit;
    }

    @PostMapping
    ResponseEntity<BookingView> book(
            BuyerId buyer,
            IdempotencyKey key,
            @RequestBody BookRequest request,
            HttpServletRequest connection) {
        limit.admit(buyer);
        var id = BookingId.of(buyer, key.value());
        var asked = request.checked();
        if (asked.presaleCodeHash() != null) {
            limit.admitPresaleCode(buyer, connection.getRemoteAddr());
        }
        return bookings.book(buyer, key, asked)
                .map(booking -> created(booking))
                .orElseGet(() -> underWay(id, BookingStatus.RESERVING));
    }

    @GetMapping("/{id}")
    BookingView show(
            BuyerId buyer,
            @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        limit.admit(buyer);
        return find(buyer, known(id), authorization);
    }

    @PostMapping("/{id}/payment")
    ResponseEntity<BookingView> pay(
            BuyerId buyer,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody PayRequest request,
            HttpServletRequest connection) {
        limit.admit(buyer);
        var booking = known(id);
        if (request.paymentMethodId() != null) {
            limit.admitCard(buyer, connection.getRemoteAddr());
        }
        return bookings.pay(booking, key, request.checkedFor(buyer))
                .map(answer ->
                        switch (answer) {
                            case PaymentAnswer.Paid paid -> shown(paid.booking());
                            case PaymentAnswer.NotCharged declined ->
                                    throw Refusals.declined(declined);
                            case PaymentAnswer.NothingToPay late ->
                                    throw Refusals.canceled(late.booking());
                        })
                .orElseGet(() -> underWay(booking, BookingStatus.PAYING));
    }

    /**
     * Cancels an unpaid booking, which is then shown; or lines of a confirmed one, and then the
     * cancellation is shown.
     */
    @PostMapping("/{id}/cancellation")
    ResponseEntity<?> cancel(
            BuyerId buyer,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestBody(required = false) @Nullable CancelRequest request) {
        limit.admit(buyer);
        var booking = known(id);
        var asked = CancelRequest.checked(request);
        var status = find(buyer, booking, authorization).status();
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
                .map(BookingController::shown)
                .orElseGet(() -> underWay(booking, BookingStatus.CANCELED));
    }

    /** What canceling a confirmed booking would cost now. */
    @GetMapping("/{id}/cancellation-quote")
    ResponseEntity<byte[]> quote(
            BuyerId buyer,
            @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestParam(defaultValue = "") List<String> lines) {
        limit.admit(buyer);
        return quotes.find(known(id), lines, authorization);
    }

    private BookingView find(BuyerId buyer, BookingId booking, String authorization) {
        return bookings.find(buyer, booking)
                .map(BookingView::of)
                .or(() -> past.find(booking, authorization))
                .orElseThrow(Refusals::notFound);
    }

    private static BookingId known(String id) {
        try {
            return BookingId.of(id);
        } catch (IllegalArgumentException e) {
            throw Refusals.notFound();
        }
    }

    private static ResponseEntity<BookingView> created(BookingSnapshot booking) {
        if (booking.status() == BookingStatus.CANCELED) {
            throw Refusals.canceled(booking);
        }
        return ResponseEntity.created(location(booking.bookingId())).body(BookingView.of(booking));
    }

    private static ResponseEntity<BookingView> shown(BookingSnapshot booking) {
        return ResponseEntity.ok(BookingView.of(booking));
    }

    /** The saga goes on; the buyer looks again, or sends the same request with the same key. */
    private static ResponseEntity<BookingView> underWay(BookingId id, BookingStatus status) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(location(id))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(BookingView.underWay(id, status));
    }

    private static ResponseEntity<CancellationView> canceling(BookingId id, IdempotencyKey key) {
        var cancellation = Cancellation.cancellationId(id, key.value());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(location(id))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(CancellationView.begun(id, cancellation));
    }

    private static URI location(BookingId id) {
        return URI.create("/api/bookings/" + id);
    }
}
