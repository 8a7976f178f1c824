package boxoffice.order.contract;

/** The lines are canceled for good. */
public record LinesClosed() implements CloseOutcome {}
