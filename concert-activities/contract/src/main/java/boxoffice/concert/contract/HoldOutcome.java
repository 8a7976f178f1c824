package boxoffice.concert.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link HoldSeats}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SeatsHeld.class, name = "seats-held"),
    @JsonSubTypes.Type(value = SeatsRefused.class, name = "seats-refused"),
    @JsonSubTypes.Type(value = AlreadySold.class, name = "already-sold")
})
public sealed interface HoldOutcome permits SeatsHeld, SeatsRefused, AlreadySold {}
