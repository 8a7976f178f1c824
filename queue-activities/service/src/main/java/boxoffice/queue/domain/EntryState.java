package boxoffice.queue.domain;

/** Where an entry stands; it only goes forward, and from the last three nowhere. */
public enum EntryState {
    /** In the pool or in the line. */
    WAITING,
    /** Inside: has a pass that is good or is being used. */
    ADMITTED,
    /** The pass ended in a sale. */
    USED,
    /** Given up by the buyer. */
    LEFT,
    /** No sign of life for the room's grace, a pass not used in its time, or the room closed. */
    EXPIRED;

    /** Whether the entry is in the line or inside. */
    public boolean isLive() {
        return this == WAITING || this == ADMITTED;
    }
}
