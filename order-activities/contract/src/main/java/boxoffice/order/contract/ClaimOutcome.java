package boxoffice.order.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link ClaimLines}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LinesClaimed.class, name = "lines-claimed"),
    @JsonSubTypes.Type(value = ClaimRefused.class, name = "claim-refused")
})
public sealed interface ClaimOutcome permits LinesClaimed, ClaimRefused {}
