package boxoffice.queue.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link GivePassBack}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PassGivenBack.class, name = "pass-given-back"),
    @JsonSubTypes.Type(value = AlreadyFinished.class, name = "already-finished")
})
public sealed interface GiveBackOutcome permits PassGivenBack, AlreadyFinished {}
