package boxoffice.order.contract;

/** The order shows it. */
public record DisputeNoted() implements DisputeOutcome {}
