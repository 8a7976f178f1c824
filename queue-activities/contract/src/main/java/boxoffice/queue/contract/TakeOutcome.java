package boxoffice.queue.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link TakePass}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PassTaken.class, name = "pass-taken"),
    @JsonSubTypes.Type(value = PassNotNeeded.class, name = "pass-not-needed"),
    @JsonSubTypes.Type(value = PassRefused.class, name = "pass-refused"),
    @JsonSubTypes.Type(value = AlreadyFinished.class, name = "already-finished")
})
public sealed interface TakeOutcome
        permits PassTaken, PassNotNeeded, PassRefused, AlreadyFinished {}
