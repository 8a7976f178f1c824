package boxoffice.order.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link CloseLines}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LinesClosed.class, name = "lines-closed"),
    @JsonSubTypes.Type(value = CloseRefused.class, name = "close-refused")
})
public sealed interface CloseOutcome permits LinesClosed, CloseRefused {}
