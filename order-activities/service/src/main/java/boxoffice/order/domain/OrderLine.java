package boxoffice.order.domain;

import boxoffice.kernel.Money;

/** One seat bought and its price, as they were at the sale. */
public record OrderLine(String seatNo, Money price) {

    /** Characters at most; the column is as wide. */
    static final int SEAT_NO_LENGTH_MAX = 40;

    /**
     * @throws IllegalArgumentException when the seat number is blank or too long, or the price is
     *     below zero
     */
    public OrderLine {
        Texts.require("A seat number", seatNo, SEAT_NO_LENGTH_MAX);
        if (price.amount() < 0) {
            throw new IllegalArgumentException("The price of " + seatNo + " is below zero");
        }
    }
}
