package boxoffice.concert.domain;

import boxoffice.kernel.Money;

/** Seats of one grade at one price. */
public record PriceGrade(String grade, Money price, int seats, int freeSeats) {}
