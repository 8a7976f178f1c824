package boxoffice.queue.contract;

/** The use of the pass is over. */
public record PassFinished() implements FinishOutcome {}
