package boxoffice.payment.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link Reverse} or {@link MarkRefunded}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes(@JsonSubTypes.Type(value = PaymentReversed.class, name = "payment-reversed"))
public sealed interface ReverseOutcome permits PaymentReversed {}
