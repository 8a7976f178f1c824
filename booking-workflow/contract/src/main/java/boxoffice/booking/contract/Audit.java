package boxoffice.booking.contract;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/**
 * Holds the services' books against each other and against Temporal and the card provider:
 *
 * <ul>
 *   <li>an open hold, order, payment or pass use whose booking has no open workflow (P4);
 *   <li>a booking whose payment's row, ledger, provider, order and fees do not say the same (P2);
 *   <li>a wallet that is not the sum of its ledger entries (P2);
 *   <li>a charge in the provider's list that nobody here knows of (P5).
 * </ul>
 *
 * <p>Each is a violation. Reports, repairs nothing. Started by an operator, with any workflow id:
 * {@code temporal workflow execute --type Audit --task-queue booking --workflow-id audit/now}.
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
