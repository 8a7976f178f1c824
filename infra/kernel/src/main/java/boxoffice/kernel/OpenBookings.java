package boxoffice.kernel;

import java.util.List;

/** A page of open bookings; shorter than asked for only where it is the last. */
public record OpenBookings(List<BookingId> bookingIds) {

    public OpenBookings {
        bookingIds = List.copyOf(bookingIds);
    }
}
