package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.util.List;

/**
 * An amount that leaves one account and enters another: two ledger entries whose sum is zero, made
 * together or not at all.
 *
 * @param idempotencyKey the same transfer has the same key for ever, so that the ledger takes it
 *     once
 * @param amount positive
 */
public record Transfer(
        String idempotencyKey,
        Cause cause,
        BookingId bookingId,
        String from,
        String to,
        Money amount) {

    /** Why points moved. */
    public enum Cause {
        BOOKING,
        REVERSAL,
        TOP_UP
    }

    /** One of the two sides of a transfer. */
    public record Entry(String account, long amount) {}

    /** What buyers have paid for bookings and not got back. */
    private static final String BOOKINGS = "bookings";

    public Transfer {
        if (amount.amount() <= 0) {
            throw new IllegalArgumentException("a transfer moves more than nothing, not " + amount);
        }
    }

    /** The charge of a booking: one in all its life, whatever the attempt. */
    public static Transfer charge(BookingId booking, BuyerId buyer, Money amount) {
        return new Transfer(
                "charge/" + booking, Cause.BOOKING, booking, wallet(buyer), BOOKINGS, amount);
    }

    /** The charge of a booking, all the way back. */
    public static Transfer reversal(BookingId booking, BuyerId buyer, Money amount) {
        return new Transfer(
                "reversal/" + booking, Cause.REVERSAL, booking, BOOKINGS, wallet(buyer), amount);
    }

    public List<Entry> entries() {
        return List.of(new Entry(from, -amount.amount()), new Entry(to, amount.amount()));
    }

    private static String wallet(BuyerId buyer) {
        return "wallet:" + buyer;
    }
}
