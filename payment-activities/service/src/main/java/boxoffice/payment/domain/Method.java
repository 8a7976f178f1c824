package boxoffice.payment.domain;

/** Where the money of one leg of an attempt comes from. */
public enum Method {
    /** The buyer's wallet, in this service's own database: no provider is asked. */
    POINTS,
    /** A card, by a provider. */
    CARD
}
