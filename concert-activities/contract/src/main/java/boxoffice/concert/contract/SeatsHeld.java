package boxoffice.concert.contract;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import java.time.Instant;
import java.util.List;

/**
 * The seats are held until {@code heldUntil}. The facts and prices of the sale are fixed here: what
 * is charged and what the order says are these, whatever the catalogue says later.
 *
 * @param promoterId whose concert it is
 * @param startsAt when the concert begins
 * @param total the sum of the seats' prices
 * @param heldUntil when the saga ends the hold; until then nobody else does
 * @param feePolicy what is kept of a price when its ticket is given back
 */
public record SeatsHeld(
        ConcertId concertId,
        String concertTitle,
        PromoterId promoterId,
        String venueName,
        Instant startsAt,
        List<HeldSeat> seats,
        Money total,
        Instant heldUntil,
        FeePolicy feePolicy)
        implements HoldOutcome {

    public SeatsHeld {
        seats = List.copyOf(seats);
    }

    /** One seat and its price. */
    public record HeldSeat(String seatNo, Money price) {}
}
