package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import java.time.Instant;
import java.util.List;

/**
 * What a booking holds or has bought, as the ticket will say it.
 *
 * @param promoterId whose concert it is
 * @param seats in the order of the house: section, row, number
 * @param heldUntil when the saga ends the hold
 * @param feePolicy the schedule's, with the venue's time zone
 */
public record SaleFacts(
        ConcertId concertId,
        String concertTitle,
        PromoterId promoterId,
        String venueName,
        Instant startsAt,
        List<PricedSeat> seats,
        Instant heldUntil,
        FeePolicy feePolicy) {

    public SaleFacts {
        seats = List.copyOf(seats);
    }

    public Money total() {
        return Money.total(seats.stream().map(PricedSeat::price).toList());
    }

    /** Whether these are exactly the seats asked for. */
    public boolean isFor(SeatNos asked) {
        return SeatNos.of(seats.stream().map(PricedSeat::seatNo).toList()).equals(asked);
    }
}
