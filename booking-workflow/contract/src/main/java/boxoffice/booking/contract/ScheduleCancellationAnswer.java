package boxoffice.booking.contract;

/**
 * What became of {@link ScheduleCancellation#begin}.
 *
 * @param commandHash of the request that is answered
 * @param progress how far it had come then; REFUSED where the schedule is unknown, or not this
 *     asker's
 */
public record ScheduleCancellationAnswer(
        String commandHash, ScheduleCancellationSnapshot progress) {}
