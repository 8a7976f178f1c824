package boxoffice.booking.activity;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.WorkflowActivities;
import boxoffice.kernel.BookingId;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class WorkflowLooks implements WorkflowActivities {

    private final WorkflowClient client;

    WorkflowLooks(WorkflowClient client) {
        this.client = client;
    }

    @Override
    public List<BookingId> withoutOpenWorkflow(List<BookingId> bookingIds) {
        return bookingIds.stream().filter(id -> !isOpen(id)).toList();
    }

    private boolean isOpen(BookingId id) {
        try {
            return client.newUntypedWorkflowStub(Booking.workflowId(id)).describe().getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }
}
