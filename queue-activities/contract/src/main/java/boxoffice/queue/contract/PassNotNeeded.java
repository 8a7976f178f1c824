package boxoffice.queue.contract;

/** The schedule has no waiting room: the booking may go on without a pass. */
public record PassNotNeeded() implements TakeOutcome {}
