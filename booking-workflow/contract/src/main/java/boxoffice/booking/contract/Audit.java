package boxoffice.booking.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the services hold open with the sagas that are open (P4): an open hold, order,
 * payment or pass use whose booking has no open workflow is a violation. Reports, repairs nothing.
 * Started by an operator, with any workflow id: {@code temporal workflow execute --type Audit
 * --task-queue booking --workflow-id audit/now}.
 */
@WorkflowInterface
public interface Audit {

    /**
     * Looks at everything that is open now.
     *
     * @param progress null to begin; the audit hands it to itself where its history grows long
     */
    @WorkflowMethod(name = "Audit")
    AuditReport audit(@Nullable AuditProgress progress);
}
