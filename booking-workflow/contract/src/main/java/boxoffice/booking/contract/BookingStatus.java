package boxoffice.booking.contract;

/** How a booking stands, as its buyer sees it; the search attribute {@code BookingStatus}. */
public enum BookingStatus {
    /** Seats, order and pass are being reserved. */
    RESERVING,
    /** The seats are held for the buyer to pay. */
    AWAITING_PAYMENT,
    /** A charge is in flight, or the sale is being settled. */
    PAYING,
    /** Paid and sold. */
    CONFIRMED,
    /** Ended without a sale, for the reason given beside it. */
    CANCELED;

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return switch (this) {
            case CONFIRMED, CANCELED -> true;
            case RESERVING, AWAITING_PAYMENT, PAYING -> false;
        };
    }
}
