package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.Audit;
import boxoffice.booking.contract.AuditReport;
import boxoffice.booking.contract.AuditReport.Violation;
import boxoffice.booking.contract.Booking;
import boxoffice.kernel.BookingId;
import io.temporal.client.WorkflowOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditRunTest extends OnStage {

    private AuditReport audit() {
        return stage.client
                .newWorkflowStub(
                        Audit.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("audit/test")
                                .setTaskQueue(Booking.TASK_QUEUE)
                                .build())
                .audit(null);
    }

    @Test
    void findsNothingWhereEveryOpenRowHasItsWorkflow() throws Exception {
        stage.book("k1", "A-1-1").reserved();
        stage.sagasThatAreOpen.add(BookingId.of(Stage.MINA, "k1"));
        assertThat(audit()).isEqualTo(new AuditReport(3, 0, List.of()));
    }

    @Test
    void namesEveryRowThatIsOpenWithoutAWorkflowPageByPage() {
        IntStream.range(0, 120)
                .forEach(n -> stage.town.holds.put(BookingId.of(Stage.MINA, "k" + n), "HELD"));
        stage.town.passes.put(BookingId.of(Stage.MINA, "k7"), "TAKEN");
        var report = audit();
        assertThat(report.rowsSeen()).isEqualTo(121);
        assertThat(report.violationCount()).isEqualTo(121);
        assertThat(report.violations())
                .hasSize(AuditReport.LISTED_MAX)
                .contains(new Violation("CONCERT", BookingId.of(Stage.MINA, "k7")));
    }
}
