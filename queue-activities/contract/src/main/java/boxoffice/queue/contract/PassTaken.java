package boxoffice.queue.contract;

/**
 * The booking has the buyer's pass: nobody else's booking can have it, nor another of the buyer's.
 */
public record PassTaken() implements TakeOutcome {}
