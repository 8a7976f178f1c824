package boxoffice.payment.domain;

/** Where the money comes from. */
public enum Method {
    /** The buyer's wallet, in this service's own database: no provider is asked. */
    POINTS
}
