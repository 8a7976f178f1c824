package boxoffice.queue.contract;

/** The booking may not go on. */
public record PassRefused(Reason reason) implements TakeOutcome {

    /** Why. */
    public enum Reason {
        /** The schedule has a waiting room and the buyer no pass from it. */
        PASS_REQUIRED,
        /** The booking's use was given back before this command came. */
        GIVEN_BACK
    }
}
