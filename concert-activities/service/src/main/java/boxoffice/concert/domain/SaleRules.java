package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;

/**
 * What a schedule lets a hold do, as it was last read. A hold is let in only where the tables still
 * say so, which the statement that begins it checks.
 */
public record SaleRules(
        ConcertId concertId,
        PromoterId promoterId,
        SaleWindow window,
        MaxSeatsPerBuyer maxSeatsPerBuyer) {}
