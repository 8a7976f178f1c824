package boxoffice.queue.domain;

/**
 * Where a booking's use of a pass stands. From TAKEN it goes to one of its two ends and stays
 * there; every write in the store is guarded by {@code state = 'TAKEN'}, so there is no way back.
 */
public enum PassUseState {
    /** The booking is on its way, with a pass or without needing one. */
    TAKEN,
    /** The booking ended in a sale. */
    FINISHED,
    /** Given back, given back before it was taken, or refused. */
    BACK
}
