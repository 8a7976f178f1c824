package boxoffice.queue.contract;

/** This booking ended in a sale before the command came. */
public record AlreadyFinished() implements TakeOutcome, GiveBackOutcome {}
