package boxoffice.concert.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The states of a booking's row in {@code seat_holds}. They only move forward; a row may also be
 * born RELEASED, as a refusal or as the tombstone of an undo that came first.
 */
public enum HoldState {
    HELD,
    SOLD,
    RELEASED;

    /** Whether a row in this state may move to the other one. Staying is not moving. */
    public boolean mayBecome(HoldState next) {
        return switch (this) {
            case HELD -> next != HELD;
            case SOLD, RELEASED -> false;
        };
    }

    /** The states that a row may move from into this one: what the guard of such a write names. */
    public List<HoldState> sources() {
        return Stream.of(values()).filter(state -> state.mayBecome(this)).toList();
    }
}
