package boxoffice.concert.contract;

/**
 * The seats are not held by this booking. With the fences holding this cannot be; it is for a
 * person to look at.
 *
 * @param why what was found, for the operator
 */
public record SellRefused(String why) implements SellOutcome {}
