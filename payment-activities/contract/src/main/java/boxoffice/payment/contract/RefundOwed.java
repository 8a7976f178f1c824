package boxoffice.payment.contract;

import boxoffice.kernel.Money;

/**
 * The payment is closed for good, no seat need wait for it; but the provider has not given the
 * money back yet. A debt of its own, to be brought to its end by {@link
 * PaymentActivities#finishReversal}.
 *
 * @param toCard what is owed to the card
 */
public record RefundOwed(Money toCard) implements ReverseOutcome {}
