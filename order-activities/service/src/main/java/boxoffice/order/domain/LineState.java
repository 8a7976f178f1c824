package boxoffice.order.domain;

/** Where a line of a confirmed order stands. It only moves forward, by one cancellation. */
public enum LineState {
    /** Bought, and the buyer's. */
    CONFIRMED,
    /** Claimed by a cancellation that is under way; it will not come back. */
    CLAIMED,
    /** Canceled: its money went back, less the fee. */
    CANCELED
}
