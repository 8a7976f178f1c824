package boxoffice.queue.domain;

/** What a room does, as its promoter has it. */
public enum RoomState {
    /** Takes entries and, from its opening on, lets in. */
    OPEN,
    /** Takes entries and lets nobody in. */
    PAUSED,
    /** Lets in those who wait and takes no more entries. */
    DRAINING,
    /** Over: nobody waits and nobody comes in. Passes that are out run to their end. */
    CLOSED;

    /** Whether it takes entries. */
    public boolean takesEntries() {
        return this == OPEN || this == PAUSED;
    }

    /** Whether it lets in, once its time has come. */
    public boolean letsIn() {
        return this == OPEN || this == DRAINING;
    }

    /** Whether anybody may be waiting in it. */
    public boolean isOn() {
        return this != CLOSED;
    }
}
