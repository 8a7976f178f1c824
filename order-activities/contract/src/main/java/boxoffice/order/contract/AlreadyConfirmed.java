package boxoffice.order.contract;

/** This booking ended in a confirmed order before the command came. */
public record AlreadyConfirmed() implements OpenOutcome, CancelOutcome {}
