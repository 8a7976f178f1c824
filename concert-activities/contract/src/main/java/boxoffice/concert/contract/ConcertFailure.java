package boxoffice.concert.contract;

/** Types of the application failures that no retry can cure. */
public enum ConcertFailure {
    /**
     * The command breaks a rule of its own: no seats, too many, the same seat twice, a page of no
     * size.
     */
    MALFORMED_COMMAND
}
