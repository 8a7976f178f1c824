package boxoffice.order.contract;

/** The order is open and waits for the sale. */
public record OrderOpened() implements OpenOutcome {}
