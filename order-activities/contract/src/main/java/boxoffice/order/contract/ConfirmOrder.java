package boxoffice.order.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import java.time.Instant;
import java.util.List;

/**
 * The facts of the sale, to be copied into the order: a ticket shows what was bought and never
 * changes with the catalogue.
 *
 * @param promoterId whose concert it is
 * @param startsAt when the concert begins
 * @param bookedAt when the booking was made: the money was taken
 * @param feePolicy what is kept of a price when its ticket is given back
 * @param total the sum of the lines' prices
 */
public record ConfirmOrder(
        BookingId bookingId,
        ConcertId concertId,
        String concertTitle,
        PromoterId promoterId,
        String venueName,
        Instant startsAt,
        Instant bookedAt,
        FeePolicy feePolicy,
        List<Line> lines,
        Money total) {

    public ConfirmOrder {
        lines = List.copyOf(lines);
    }

    /** One seat bought (주문 상품) and its price. */
    public record Line(String seatNo, Money price) {}
}
