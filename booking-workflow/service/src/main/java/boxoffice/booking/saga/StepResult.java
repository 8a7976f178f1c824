package boxoffice.booking.saga;

import boxoffice.concert.contract.SeatsHeld;
import org.jspecify.annotations.Nullable;

/** What one call of a {@link Step} came to. */
sealed interface StepResult {

    /** Done, now or by an earlier attempt. */
    record Done(String note) implements StepResult {}

    /**
     * There is nothing to undo: this booking had ended in a sale before this run.
     *
     * @param sale the facts, where the one who answered knows them
     */
    record EndedInSale(@Nullable SeatsHeld sale) implements StepResult {}

    /** Refused for a reason that only a person can judge. */
    record Refused(String why) implements StepResult {}
}
