package boxoffice.concert.contract;

/** The booking holds no seat, and never will. */
public record SeatsReleased() implements ReleaseOutcome {}
