package boxoffice.payment;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.contract.ChargeOutcome;
import boxoffice.payment.contract.ChargeRefused;
import boxoffice.payment.contract.Charged;
import boxoffice.payment.contract.Declined;
import boxoffice.payment.contract.PaymentReversed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The payment rules once more, in memory and one command at a time, to hold the service against.
 */
final class ExpectedPayments {

    /** A booking of the test: its buyer and price never change. */
    record Booking(BookingId id, BuyerId buyer, long price) {}

    private static final class Row {
        private String state = "none";
        private int attempt;
        private @Nullable Money refunded;
    }

    private final Map<BuyerId, Long> balances = new HashMap<>();
    private final Map<BookingId, Row> rows = new HashMap<>();

    void topUp(BuyerId buyer, long points) {
        balances.merge(buyer, points, Long::sum);
    }

    ChargeOutcome charge(Booking booking, int attempt) {
        var row = row(booking);
        if (row.state.equals("REVERSED")) {
            return new ChargeRefused();
        }
        if (row.state.equals("CHARGED")) {
            return new Charged();
        }
        if (attempt < row.attempt) {
            return new ChargeRefused();
        }
        var newer = attempt > row.attempt;
        row.attempt = attempt;
        if (newer && balance(booking.buyer()) >= booking.price()) {
            topUp(booking.buyer(), -booking.price());
            row.state = "CHARGED";
            return new Charged();
        }
        row.state = "OPEN";
        return new Declined(Declined.Reason.INSUFFICIENT_POINTS, true);
    }

    PaymentReversed reverse(Booking booking) {
        var row = row(booking);
        if (row.state.equals("CHARGED")) {
            topUp(booking.buyer(), booking.price());
            row.refunded = Money.won(booking.price());
        }
        row.state = "REVERSED";
        return new PaymentReversed(row.refunded, null);
    }

    long balance(BuyerId buyer) {
        return balances.getOrDefault(buyer, 0L);
    }

    String state(Booking booking) {
        return row(booking).state;
    }

    private Row row(Booking booking) {
        return rows.computeIfAbsent(booking.id(), _ -> new Row());
    }
}
