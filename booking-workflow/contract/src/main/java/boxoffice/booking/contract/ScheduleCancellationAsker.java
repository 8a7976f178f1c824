package boxoffice.booking.contract;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants a schedule canceled.
 *
 * @param by who it is
 * @param operator whether it may be anybody's schedule; else it must be the asker's own
 * @param reason why, for those who read it later; null where none was given
 * @param commandHash of the request; comes back in the answer, so that another request under the
 *     same key is noticed
 */
public record ScheduleCancellationAsker(
        String by, boolean operator, @Nullable String reason, String commandHash) {

    /** A reason's characters at most. */
    public static final int REASON_LENGTH_MAX = 200;
}
