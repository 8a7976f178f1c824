package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import java.util.List;

/** A page of live bookings; shorter than asked for only where it is the last. */
public record LiveBookings(List<LiveBooking> bookings) {

    public LiveBookings {
        bookings = List.copyOf(bookings);
    }

    /** One booking that has seats. */
    public record LiveBooking(BookingId bookingId, BuyerId buyerId, State state) {}

    /** What it has of them. */
    public enum State {
        /** The seats are held: unpaid, or being paid. */
        HELD,
        /** The seats, or what is left of them, are sold. */
        SOLD
    }
}
