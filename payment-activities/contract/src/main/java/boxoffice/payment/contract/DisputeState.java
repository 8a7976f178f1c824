package boxoffice.payment.contract;

/** How a dispute stands; it only moves forward. */
public enum DisputeState {
    /** The bank has not decided; the provider keeps the money back meanwhile. */
    OPEN,
    /** The money is ours again. */
    WON,
    /** The money is the buyer's again. */
    LOST
}
