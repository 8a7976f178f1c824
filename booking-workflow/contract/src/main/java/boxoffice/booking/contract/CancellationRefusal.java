package boxoffice.booking.contract;

/** Why a cancellation did nothing. */
public enum CancellationRefusal {
    /** The buyer has no such booking. */
    UNKNOWN_BOOKING,
    /** The booking never was confirmed. */
    NOT_CONFIRMED,
    /** The booking has no such lines. */
    UNKNOWN_LINES,
    /** Lines of it are canceled already, or being canceled under another key. */
    ALREADY_CANCELED,
    /** The buyer's bank disputes the payment, or has it back: a refund would pay twice. */
    DISPUTED,
    /** The booking's policy lets nothing be given back any more. */
    TOO_LATE,
    /** The fee is another by now than the one that the buyer was shown. */
    QUOTE_CHANGED
}
