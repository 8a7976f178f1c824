package boxoffice.bench;

import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The shape of a confirmed booking and nothing else: three steps at once, answered by the update
 * that comes with the start; a second update, then one step, one more, and two at once. What it
 * takes is what Temporal takes.
 */
@WorkflowInterface
public interface NoOpSaga {

    /** Runs until it is paid. */
    @WorkflowMethod
    void run();

    /** Answers when the first three steps are done. */
    @UpdateMethod
    void reserve();

    /** Answers when the other four are done. */
    @UpdateMethod
    void pay();
}
