package boxoffice.order.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link DisputeOrder} or {@link SettleDispute}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DisputeNoted.class, name = "dispute-noted"),
    @JsonSubTypes.Type(value = DisputeRefused.class, name = "dispute-refused")
})
public sealed interface DisputeOutcome permits DisputeNoted, DisputeRefused {}
