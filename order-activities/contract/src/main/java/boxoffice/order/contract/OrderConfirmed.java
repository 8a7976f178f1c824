package boxoffice.order.contract;

/** The order is confirmed and has its lines. */
public record OrderConfirmed() implements ConfirmOutcome {}
