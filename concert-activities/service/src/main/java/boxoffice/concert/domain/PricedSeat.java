package boxoffice.concert.domain;

import boxoffice.kernel.Money;

/** A seat and what it costs. The price of a seat that is not FREE does not change. */
public record PricedSeat(String seatNo, Money price) {}
