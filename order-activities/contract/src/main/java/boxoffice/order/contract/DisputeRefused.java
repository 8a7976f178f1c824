package boxoffice.order.contract;

/**
 * There is nothing to show it on.
 *
 * @param why for the operator
 */
public record DisputeRefused(String why) implements DisputeOutcome {}
