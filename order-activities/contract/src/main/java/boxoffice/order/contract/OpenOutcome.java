package boxoffice.order.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link OpenOrder}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderOpened.class, name = "order-opened"),
    @JsonSubTypes.Type(value = OpenRefused.class, name = "open-refused"),
    @JsonSubTypes.Type(value = AlreadyConfirmed.class, name = "already-confirmed")
})
public sealed interface OpenOutcome permits OrderOpened, OpenRefused, AlreadyConfirmed {}
