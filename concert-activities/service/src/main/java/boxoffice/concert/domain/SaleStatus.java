package boxoffice.concert.domain;

/** The state of a date's sale as a buyer understands it. */
public enum SaleStatus {
    NOT_YET,
    /** Only who has a code of the presale may hold seats. */
    PRESALE,
    ON_SALE,
    PAUSED,
    /** The sale is on, and no seat is free; one that is given back can be had again. */
    SOLD_OUT,
    CLOSED,
    CANCELED
}
