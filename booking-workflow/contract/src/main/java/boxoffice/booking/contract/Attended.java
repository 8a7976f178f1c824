package boxoffice.booking.contract;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;

/**
 * A workflow that may need a person, and whose own interface belongs to another contract: with this
 * one beside it, operators speak to it as to a {@link Booking}.
 */
@WorkflowInterface
public interface Attended {

    /** What an operator decides about a step that is parked, as for {@link Booking#operator}. */
    @SignalMethod
    void operator(OperatorDecision decision);
}
