package boxoffice.concert.contract;

/** None of the seats is this booking's any more. */
public record SoldReleased() implements ReleaseSoldOutcome {}
