package boxoffice.payment.contract;

import boxoffice.kernel.Money;

/**
 * The money is back, the way it came; the two parts add up to the refund's amount.
 *
 * @param toPoints what went back to the wallet
 * @param toCard what went back to the card
 */
public record Refunded(Money toPoints, Money toCard) implements RefundOutcome {}
