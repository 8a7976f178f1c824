package boxoffice.order.contract;

import boxoffice.kernel.Money;

/**
 * One line, and what of its price is kept when it is canceled.
 *
 * @param fee zero to the whole price
 */
public record ClaimedLine(String seatNo, Money price, Money fee) {}
