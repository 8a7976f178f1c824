package boxoffice.order.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link ConfirmOrder}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderConfirmed.class, name = "order-confirmed"),
    @JsonSubTypes.Type(value = ConfirmRefused.class, name = "confirm-refused")
})
public sealed interface ConfirmOutcome permits OrderConfirmed, ConfirmRefused {}
