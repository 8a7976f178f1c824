package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;

/** A concert, whatever its dates. */
public record Concert(ConcertId concertId, String title) {}
