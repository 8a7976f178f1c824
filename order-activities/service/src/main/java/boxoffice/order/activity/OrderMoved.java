package boxoffice.order.activity;

import boxoffice.kernel.BookingId;

/**
 * The order was opened between this command's write and its look at the row. A passing fault: the
 * next attempt finds the row and writes.
 */
final class OrderMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OrderMoved(BookingId bookingId) {
        super("The order of booking " + bookingId + " was opened while this command ran");
    }
}
