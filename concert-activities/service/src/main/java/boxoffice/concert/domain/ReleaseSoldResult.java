package boxoffice.concert.domain;

/** What became of taking seats out of a booking's sale. */
public sealed interface ReleaseSoldResult {

    /** None of them is the booking's any more. */
    record Released() implements ReleaseSoldResult {}

    /**
     * The booking has no sale; nothing was changed.
     *
     * @param why what was found, for an operator
     */
    record NothingSold(String why) implements ReleaseSoldResult {}
}
