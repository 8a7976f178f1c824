package boxoffice.concert.contract;

/**
 * The booking never ended in a sale, so there is nothing to take out of it. With the fences holding
 * this cannot be; it is for a person to look at.
 *
 * @param why what was found, for the operator
 */
public record NothingSold(String why) implements ReleaseSoldOutcome {}
