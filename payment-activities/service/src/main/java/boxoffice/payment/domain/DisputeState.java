package boxoffice.payment.domain;

/** How a dispute stands: from OPEN it goes to one of its two ends and stays there. */
public enum DisputeState {
    /** The bank has not decided. */
    OPEN,
    /** The money stays ours. */
    WON,
    /** The buyer has the money back, for good. */
    LOST
}
