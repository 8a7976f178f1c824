package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;

/** A concert as its promoter set it up, seen by buyers or not. */
public record ConcertSetup(ConcertId concertId, PromoterId promoterId, ConcertFacts facts) {}
