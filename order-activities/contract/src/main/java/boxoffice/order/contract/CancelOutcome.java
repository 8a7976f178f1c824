package boxoffice.order.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link CancelOrder}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderCanceled.class, name = "order-canceled"),
    @JsonSubTypes.Type(value = AlreadyConfirmed.class, name = "already-confirmed")
})
public sealed interface CancelOutcome permits OrderCanceled, AlreadyConfirmed {}
