package boxoffice.payment.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link Reverse}, or of the debt that it left. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PaymentReversed.class, name = "payment-reversed"),
    @JsonSubTypes.Type(value = RefundOwed.class, name = "refund-owed")
})
public sealed interface ReverseOutcome permits PaymentReversed, RefundOwed {}
