package boxoffice.concert.domain;

/** What a place in the house is. */
public enum SeatKind {
    SEAT,
    WHEELCHAIR,
    /** Beside a wheelchair place. */
    COMPANION,
    /** A place in a standing area: it has a number for the sale's sake alone. */
    STANDING
}
