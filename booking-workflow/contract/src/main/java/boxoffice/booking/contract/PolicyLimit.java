package boxoffice.booking.contract;

/**
 * The number that a refused booking ran into.
 *
 * @param policy the rule's name, such as {@code MaxSeatsPerBuyer}
 * @param limit seats that it allows, or that were asked for where it is about those
 * @param remaining seats that the buyer may still have under it, zero or more
 */
public record PolicyLimit(String policy, int limit, int remaining) {}
