package boxoffice.concert.domain;

/**
 * The states of a seat of one schedule. HELD and SOLD seats have an owner, the others have none.
 */
public enum SeatState {
    FREE,
    HELD,
    SOLD,
    /** Kept back by the promoter. */
    BLOCKED
}
