package boxoffice.queue.domain;

import boxoffice.kernel.BookingId;
import org.jspecify.annotations.Nullable;

/**
 * A booking's use of a pass as it stands.
 *
 * @param withPass whether it uses one; false where none was needed
 * @param refusal why the use ended before it began; null where it was not refused
 * @param blockedBy the buyer's own booking that has the pass; null unless that was the reason
 */
public record PassUse(
        PassUseState state,
        boolean withPass,
        @Nullable Refusal refusal,
        @Nullable BookingId blockedBy) {

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
        PASS_REQUIRED,
        /** The pass was not used in its time. */
        PASS_EXPIRED,
        /** Another booking of the buyer has it. */
        PASS_IN_USE,
        /** It ended in a sale. */
        PASS_USED
    }
}
