package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;

/**
 * A command names another buyer or amount than the payment of its booking. No retry can cure it,
 * and nothing was moved for it.
 */
public final class ContradictsPayment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContradictsPayment(BookingId booking, String what) {
        super("the payment of booking " + booking + " is of another " + what);
    }
}
