package boxoffice.concert.contract;

/** The seats are the buyer's. */
public record SeatsSold() implements SellOutcome {}
