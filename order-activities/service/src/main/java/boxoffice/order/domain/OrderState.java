package boxoffice.order.domain;

/**
 * Where an order stands. From PENDING it goes to one of its two ends and stays there; every write
 * in the store is guarded by {@code state = 'PENDING'}, so there is no way back.
 */
public enum OrderState {
    /** Open, waiting for the sale. */
    PENDING,
    /** Sold: it has its facts and its lines. */
    CONFIRMED,
    /** Ended without a sale, or undone before it was opened. */
    CANCELED
}
