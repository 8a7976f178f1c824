package boxoffice.concert.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The states of a booking's row in {@code seat_holds}. They only move forward; a row may also be
 * born RELEASED, as a refusal or as the tombstone of an undo that came first. By a command of the
 * saga a sold row stays as it is; only cancellations take seats out of it, and when the last is
 * gone it is RELEASED too, with the moment of its sale still told.
 */
public enum HoldState {
    HELD,
    SOLD,
    RELEASED;

    /** Whether the saga may move a row in this state to the other one. Staying is not moving. */
    public boolean mayBecome(HoldState next) {
        return switch (this) {
            case HELD -> next != HELD;
            case SOLD, RELEASED -> false;
        };
    }

    /**
     * The states that the saga may move a row from into this one: what the guard of such a write
     * names.
     */
    public List<HoldState> sources() {
        return Stream.of(values()).filter(state -> state.mayBecome(this)).toList();
    }
}
