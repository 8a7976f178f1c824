package boxoffice.concert.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link SellSeats}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SeatsSold.class, name = "seats-sold"),
    @JsonSubTypes.Type(value = SellRefused.class, name = "sell-refused")
})
public sealed interface SellOutcome permits SeatsSold, SellRefused {}
