package boxoffice.payment.domain;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;

/**
 * A buyer's points.
 *
 * @param balance never below zero
 */
public record Wallet(BuyerId buyer, Money balance) {}
