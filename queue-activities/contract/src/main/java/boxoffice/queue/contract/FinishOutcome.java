package boxoffice.queue.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link FinishPass}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PassFinished.class, name = "pass-finished"),
    @JsonSubTypes.Type(value = FinishRefused.class, name = "finish-refused")
})
public sealed interface FinishOutcome permits PassFinished, FinishRefused {}
