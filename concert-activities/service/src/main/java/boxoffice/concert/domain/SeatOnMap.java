package boxoffice.concert.domain;

import boxoffice.kernel.Money;

/** A seat as it stands on a schedule's map: where, what it costs, what state it is in. */
public record SeatOnMap(
        String seatNo, String section, String grade, Money price, SeatState state) {}
