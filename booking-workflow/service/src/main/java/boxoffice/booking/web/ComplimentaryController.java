package boxoffice.booking.web;

import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.web.Answers;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Staff;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seats that a promoter gives away, of those kept back; the booking is the guest's. */
@RestController
@RequestMapping("/api/complimentary-bookings")
@Answers({"429 too-many-requests Retry-After", "503 temporarily-unavailable Retry-After"})
class ComplimentaryController {

    private final Bookings bookings;
    private final BuyerLimit limit;

    ComplimentaryController(Bookings bookings, BuyerLimit limit) {
        this.bookings = bookings;
        this.limit = limit;
    }

    /** Answers when the seats are the guest's: nobody has to pay. */
    @Answers(
            value = {
                "201 Location",
                "202 Location Retry-After",
                "400 schedule-missing invalid-field seats-missing too-many-seats duplicate-seats"
                        + " invalid-seat invalid-guest",
                Refusals.CANCELED_404,
                "409 sale-closed schedule-canceled seats-not-blocked booking-expired"
                        + " payment-reversed booking-ended",
                "422 unknown-seats",
                Refusals.CANCELED_503
            },
            example =
                    """
                    {"scheduleId": "winter-serenade-1", "seats": ["B-8-8"], "guest": "mina"}
                    """)
    @PostMapping
    ResponseEntity<BookingView> give(
            Staff staff, IdempotencyKey key, @RequestBody ComplimentaryRequest request) {
        limit.admit(new BuyerId(staff.subject()));
        var start = request.checked(staff, key);
        return bookings.give(start, key)
                .map(ComplimentaryController::given)
                .orElseGet(() -> underWay(start.bookingId()));
    }

    /** What became of it; for whoever gave it, and for operators. */
    @Answers("404 booking-not-found")
    @GetMapping("/{id}")
    BookingView show(
            Staff staff,
            @Parameter(example = "a75f32a6-78c9-3431-a035-2508576789d0") @PathVariable String id) {
        limit.admit(new BuyerId(staff.subject()));
        return bookings.find(known(id))
                .filter(booking -> mayBeSeenBy(staff, booking))
                .map(BookingView::of)
                .orElseThrow(Refusals::notFound);
    }

    private static boolean mayBeSeenBy(Staff staff, BookingSnapshot booking) {
        var gift = booking.complimentary();
        return gift != null && (staff.isOperator() || gift.by().equals(staff.subject()));
    }

    private static BookingId known(String id) {
        try {
            return BookingId.of(id);
        } catch (IllegalArgumentException e) {
            throw Refusals.notFound();
        }
    }

    private static ResponseEntity<BookingView> given(BookingSnapshot booking) {
        if (booking.status() == BookingStatus.CANCELED) {
            throw Refusals.canceled(booking);
        }
        return ResponseEntity.created(location(booking.bookingId())).body(BookingView.of(booking));
    }

    private static ResponseEntity<BookingView> underWay(BookingId id) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(location(id))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(BookingView.underWay(id, BookingStatus.RESERVING));
    }

    private static URI location(BookingId id) {
        return URI.create("/api/complimentary-bookings/" + id);
    }
}
