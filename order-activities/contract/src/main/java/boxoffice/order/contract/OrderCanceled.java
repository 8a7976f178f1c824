package boxoffice.order.contract;

/** The order is canceled, or never was and never will be. */
public record OrderCanceled() implements CancelOutcome {}
