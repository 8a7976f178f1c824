package boxoffice.payment.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link Charge}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Charged.class, name = "charged"),
    @JsonSubTypes.Type(value = Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = ChargeRefused.class, name = "charge-refused")
})
public sealed interface ChargeOutcome permits Charged, Declined, ChargeRefused {}
