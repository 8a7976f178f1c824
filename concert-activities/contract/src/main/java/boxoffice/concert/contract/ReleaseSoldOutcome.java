package boxoffice.concert.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link ReleaseSold}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SoldReleased.class, name = "sold-released"),
    @JsonSubTypes.Type(value = NothingSold.class, name = "nothing-sold")
})
public sealed interface ReleaseSoldOutcome permits SoldReleased, NothingSold {}
