package boxoffice.queue.contract;

import boxoffice.kernel.BookingId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The booking may not go on.
 *
 * @param ownBooking the buyer's other booking that has the pass; null unless that is the reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PassRefused(Reason reason, @Nullable BookingId ownBooking) implements TakeOutcome {

    /** Where no other booking is in the way. */
    public PassRefused(Reason reason) {
        this(reason, null);
    }

    /** Why. */
    public enum Reason {
        /** The schedule has a waiting room and the buyer no pass from it. */
        PASS_REQUIRED,
        /** The pass was not used in its time. */
        PASS_EXPIRED,
        /** Another booking of the buyer has it. */
        PASS_IN_USE,
        /** It ended in a sale. */
        PASS_USED,
        /** The booking's use was given back before this command came. */
        GIVEN_BACK
    }
}
