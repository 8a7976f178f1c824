package boxoffice.order.contract;

/** The order was canceled before this command came; it stays so. */
public record OpenRefused() implements OpenOutcome {}
