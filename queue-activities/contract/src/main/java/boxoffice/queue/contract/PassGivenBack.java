package boxoffice.queue.contract;

/** The booking uses no pass, and never will. */
public record PassGivenBack() implements GiveBackOutcome {}
