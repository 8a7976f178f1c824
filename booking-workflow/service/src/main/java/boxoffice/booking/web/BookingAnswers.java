package boxoffice.booking.web;

import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.kernel.BookingId;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A booking as an answer: made, shown, or still on its way. */
final class BookingAnswers {
    private BookingAnswers() {}

    /**
     * @throws boxoffice.web.ApiProblem when it came to nothing, with the reason
     */
    static ResponseEntity<BookingView> created(BookingSnapshot booking) {
        if (booking.status() == BookingStatus.CANCELED) {
            throw Refusals.canceled(booking);
        }
        return ResponseEntity.created(location(booking.bookingId())).body(BookingView.of(booking));
    }

    static ResponseEntity<BookingView> shown(BookingSnapshot booking) {
        return ResponseEntity.ok(BookingView.of(booking));
    }

    /** The saga goes on; the buyer looks again, or sends the same request with the same key. */
    static ResponseEntity<BookingView> underWay(BookingId id, BookingStatus status) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(location(id))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(BookingView.underWay(id, status));
    }

    static URI location(BookingId id) {
        return URI.create("/api/bookings/" + id);
    }
}
