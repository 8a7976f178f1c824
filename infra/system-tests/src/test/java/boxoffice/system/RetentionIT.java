package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is left of a booking when Temporal's retention is over; here its workflow is deleted. */
class RetentionIT {

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    @Test
    void answersFromTheOrderAndMeetsFinalRowsUnderAnOldKey() {
        var buyer = Buyer.withPoints(1_000_000);
        var seats = Seats.inTheArena(1);
        var id = buyer.bookPatiently("old", Seats.ARENA, seats).expect(201).text("bookingId");
        buyer.payPatiently(id, "pay").expect(200);
        forget(id);

        var past = buyer.booking(id).expect(200);
        assertThat(past.text("status")).isEqualTo("CONFIRMED");
        assertThat(past.body().path("seats")).hasSize(1);
        assertThat(past.body().path("total").path("amount").asLong()).isEqualTo(Seats.ARENA_PRICE);
        Buyer.withPoints(1_000).booking(id).expectProblem(404, "booking-not-found");

        var again = buyer.bookPatiently("old", Seats.ARENA, seats).expect(201);
        assertThat(again.text("status")).isEqualTo("CONFIRMED");
        assertThat(buyer.points()).isEqualTo(1_000_000 - Seats.ARENA_PRICE);
        assertThat(Rows.of(id)).isEqualTo(Rows.SOLD);
    }

    /** As its retention does: deletes what has closed. Temporal takes its time, and tries again. */
    private static void forget(String booking) {
        Wait.until(
                Duration.ofSeconds(20),
                () -> assertThat(Workflows.isRunning(booking)).as("still open").isFalse());
        var stubs =
                WorkflowServiceStubs.newServiceStubs(
                        WorkflowServiceStubsOptions.newBuilder()
                                .setTarget(House.system().temporalTarget())
                                .build());
        try {
            stubs.blockingStub()
                    .deleteWorkflowExecution(
                            DeleteWorkflowExecutionRequest.newBuilder()
                                    .setNamespace("default")
                                    .setWorkflowExecution(
                                            WorkflowExecution.newBuilder()
                                                    .setWorkflowId("booking/" + booking))
                                    .build());
        } finally {
            stubs.shutdownNow();
        }
        Wait.until(
                Duration.ofMinutes(2),
                () -> assertThatThrownBy(() -> Workflows.describe(booking)).isNotNull());
    }
}
