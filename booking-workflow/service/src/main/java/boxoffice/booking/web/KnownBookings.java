package boxoffice.booking.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import org.springframework.stereotype.Component;

/** The buyer's bookings wherever they are kept by now: in Temporal, or as orders. */
@Component
class KnownBookings {

    private final Bookings bookings;
    private final PastBookings past;

    KnownBookings(Bookings bookings, PastBookings past) {
        this.bookings = bookings;
        this.past = past;
    }

    /**
     * @throws boxoffice.web.ApiProblem 404 booking-not-found, also where it is another's
     */
    BookingView find(BuyerId buyer, BookingId booking, String authorization) {
        return bookings.find(buyer, booking)
                .map(BookingView::of)
                .or(() -> past.find(booking, authorization))
                .orElseThrow(Refusals::notFound);
    }

    /**
     * What a path names; one that cannot be an id names no booking.
     *
     * @throws boxoffice.web.ApiProblem 404 booking-not-found
     */
    static BookingId id(String id) {
        try {
            return BookingId.of(id);
        } catch (IllegalArgumentException e) {
            throw Refusals.notFound();
        }
    }
}
