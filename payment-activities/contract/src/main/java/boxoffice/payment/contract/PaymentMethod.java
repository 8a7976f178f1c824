package boxoffice.payment.contract;

/** What the buyer pays with. */
public enum PaymentMethod {
    /** The buyer's points, from the wallet. */
    POINTS
}
