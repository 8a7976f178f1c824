package boxoffice.booking.contract;

/** Types of the failures by which an update is turned away. */
public enum BookingFailure {
    /** The seats are not held yet. */
    STILL_RESERVING,
    /** A charge is in flight, or the sale is being settled; come again when it is over. */
    CHARGE_IN_FLIGHT,
    /** The booking has been confirmed or canceled. */
    ENDED,
    /** As many charges were declined as one booking may try. */
    TOO_MANY_ATTEMPTS,
    /** The amount, or its part in points, does not fit the booking's total. */
    AMOUNT_MISMATCH,
    /** The amount is in another currency than the booking's total. */
    CURRENCY_MISMATCH,
    /** The booking is somebody else's; its existence is not to be told. */
    NOT_YOURS
}
