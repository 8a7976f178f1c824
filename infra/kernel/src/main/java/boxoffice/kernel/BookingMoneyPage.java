package boxoffice.kernel;

import java.util.List;

/**
 * The money of some bookings, in the order of their ids; where a page was asked for, shorter than
 * that only where it is the last.
 */
public record BookingMoneyPage(List<BookingMoney> bookings) {

    public BookingMoneyPage {
        bookings = List.copyOf(bookings);
    }
}
