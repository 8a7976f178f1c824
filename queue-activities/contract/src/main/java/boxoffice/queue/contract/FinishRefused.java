package boxoffice.queue.contract;

/**
 * The booking has no use to finish. With the fences holding this cannot be; it is for a person to
 * look at.
 *
 * @param why what was found, for the operator
 */
public record FinishRefused(String why) implements FinishOutcome {}
