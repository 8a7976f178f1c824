package boxoffice.queue.domain;

import org.jspecify.annotations.Nullable;

/**
 * A booking's use of a pass as it stands.
 *
 * @param refusal why the use ended before it began; null where it was not refused
 */
public record PassUse(PassUseState state, @Nullable Refusal refusal) {

    /**
     * @throws IllegalArgumentException when a use that goes on or ended well has a refusal
     */
    public PassUse {
        if (refusal != null && state != PassUseState.BACK) {
            throw new IllegalArgumentException("a use that is " + state + " was not refused");
        }
    }

    /** Why a booking may not go on. */
    public enum Refusal {
        /** The schedule has a waiting room, and the buyer no pass from it. */
        PASS_REQUIRED
    }
}
