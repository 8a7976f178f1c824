package boxoffice.concert.contract;

/**
 * This booking ended in a sale before the command came: its seats are sold and stay so.
 *
 * @param sale the facts of that sale
 */
public record AlreadySold(SeatsHeld sale) implements HoldOutcome, ReleaseOutcome {}
