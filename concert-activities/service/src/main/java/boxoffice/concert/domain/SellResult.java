package boxoffice.concert.domain;

/** What became of selling a booking's seats. */
public sealed interface SellResult {

    /** They are sold, now or by an earlier attempt. */
    record Sold() implements SellResult {}

    /**
     * Nothing was changed.
     *
     * @param why what was found, for an operator
     */
    record Refused(String why) implements SellResult {}
}
