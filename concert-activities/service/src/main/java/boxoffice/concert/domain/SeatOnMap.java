package boxoffice.concert.domain;

import boxoffice.kernel.Money;

/** A seat as it stands on a schedule's map: what it costs, what state it is in. */
public record SeatOnMap(String grade, Money price, SeatState state) {}
