package boxoffice.concert.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link ReleaseSeats}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SeatsReleased.class, name = "seats-released"),
    @JsonSubTypes.Type(value = AlreadySold.class, name = "already-sold")
})
public sealed interface ReleaseOutcome permits SeatsReleased, AlreadySold {}
