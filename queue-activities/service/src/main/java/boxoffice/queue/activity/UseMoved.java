package boxoffice.queue.activity;

import boxoffice.kernel.BookingId;

/**
 * The pass was taken between this command's write and its look at the row. A passing fault: the
 * next attempt finds the row and writes.
 */
final class UseMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UseMoved(BookingId bookingId) {
        super("The pass of booking " + bookingId + " was taken while this command ran");
    }
}
