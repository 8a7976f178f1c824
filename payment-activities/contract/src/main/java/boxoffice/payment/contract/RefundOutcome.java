package boxoffice.payment.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link Refund}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Refunded.class, name = "refunded"),
    @JsonSubTypes.Type(value = RefundRefused.class, name = "refund-refused")
})
public sealed interface RefundOutcome permits Refunded, RefundRefused {}
