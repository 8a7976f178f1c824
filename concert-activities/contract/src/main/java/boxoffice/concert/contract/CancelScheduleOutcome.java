package boxoffice.concert.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link CancelSchedule}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScheduleCanceled.class, name = "schedule-canceled"),
    @JsonSubTypes.Type(value = ScheduleUnknown.class, name = "schedule-unknown")
})
public sealed interface CancelScheduleOutcome permits ScheduleCanceled, ScheduleUnknown {}
