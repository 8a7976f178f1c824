package boxoffice.concert.contract;

/** There is no such schedule, or it is another promoter's: which of the two is not told. */
public record ScheduleUnknown() implements CancelScheduleOutcome {}
