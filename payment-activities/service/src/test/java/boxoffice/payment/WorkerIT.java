package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.local.servers.Ports;
import boxoffice.local.servers.TemporalServer;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.Declined;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentFailure;
import boxoffice.payment.contract.PaymentMeans;
import boxoffice.payment.contract.Reverse;
import boxoffice.temporal.Payloads;
import boxoffice.testing.Databases;
import boxoffice.testing.Skips;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's worker with a real Temporal that comes up after it. */
class WorkerIT {

    /** Asks for everything the contract has and says what came back. */
    @WorkflowInterface
    public interface Probe {
        @WorkflowMethod
        List<String> run(BookingId booking, BuyerId buyer);
    }

    /** See {@link Probe}. */
    public static class ProbeWorkflow implements Probe {

        private final PaymentActivities payments =
                Workflow.newActivityStub(
                        PaymentActivities.class,
                        ActivityOptions.newBuilder()
                                .setTaskQueue(PaymentActivities.TASK_QUEUE)
                                .setStartToCloseTimeout(Duration.ofSeconds(10))
                                .build());

        @Override
        public List<String> run(BookingId booking, BuyerId buyer) {
            var answers = new ArrayList<String>();
            answers.add(charge(booking, buyer, 1, 300));
            answers.add(payments.reverse(new Reverse(booking, buyer)).toString());
            payments.markRefunded(new MarkRefunded(booking, buyer, null, "kim", "why"));
            answers.add(payments.reverse(new Reverse(booking, buyer)).toString());
            answers.add(charge(booking, buyer, 2, 300));
            try {
                answers.add(charge(booking, buyer, 0, 300));
            } catch (ActivityFailure e) {
                answers.add(
                        e.getCause() instanceof ApplicationFailure failure
                                ? failure.getType()
                                : String.valueOf(e.getCause()));
            }
            return answers;
        }

        private String charge(BookingId booking, BuyerId buyer, int attempt, long won) {
            var amount = Money.won(won);
            var answer =
                    payments.charge(
                            new Charge(booking, buyer, attempt, amount, new PaymentMeans.Points()));
            return answer instanceof Declined(var reason, var mayRetry)
                    ? reason + " " + mayRetry
                    : answer.toString();
        }
    }

    @Test
    void takesWorkOnceTemporalIsThereAndNotBefore(@TempDir Path folder)
            throws InterruptedException {
        var port = Ports.free();
        var service =
                RunningService.start(
                        Databases.any(), "--boxoffice.temporal.target=127.0.0.1:" + port);
        try {
            assertThat(service.get("/actuator/health/pollers", null).statusCode()).isEqualTo(503);
            var settings =
                    new TemporalServer.Settings(null, port, 0, folder.resolve("temporal.log"));
            var temporal = TemporalServer.start(settings, System.out::println);
            if (temporal.isEmpty()) {
                Skips.because("there is no Temporal server to be had");
                return;
            }
            try (var server = temporal.get()) {
                awaitPollers(service);
                assertEveryAnswerComesThrough(service, server.target());
            }
            assertThat(service.get("/actuator/health/pollers", null).statusCode()).isEqualTo(503);
            assertThat(service.get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
        } finally {
            service.stop();
        }
    }

    private static void awaitPollers(RunningService service) throws InterruptedException {
        var limit = Instant.now().plus(Duration.ofSeconds(30));
        while (service.get("/actuator/health/pollers", null).statusCode() != 200) {
            assertThat(Instant.now()).as("pollers are up in time").isBefore(limit);
            Thread.sleep(200);
        }
    }

    private static void assertEveryAnswerComesThrough(RunningService service, String target) {
        var stubs =
                WorkflowServiceStubs.newServiceStubs(
                        WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
        var client =
                WorkflowClient.newInstance(
                        stubs,
                        WorkflowClientOptions.newBuilder()
                                .setDataConverter(Payloads.converter())
                                .build());
        var factory = WorkerFactory.newInstance(client);
        factory.newWorker("probe").registerWorkflowImplementationTypes(ProbeWorkflow.class);
        factory.start();
        try {
            var mina = service.buyerWith("mina", 1_000);
            assertThat(probe(client).run(service.booking(), mina))
                    .containsExactly(
                            "Charged[]",
                            "PaymentReversed[toPoints=300 KRW, toCard=null]",
                            "PaymentReversed[toPoints=300 KRW, toCard=null]",
                            "ChargeRefused[]",
                            PaymentFailure.MALFORMED_COMMAND.name());
            assertThat(probe(client).run(service.booking(), service.buyerWith("tae", 0)))
                    .contains(
                            "INSUFFICIENT_POINTS true",
                            "PaymentReversed[toPoints=null, toCard=null]");
        } finally {
            factory.shutdownNow();
            stubs.shutdownNow();
        }
    }

    private static Probe probe(WorkflowClient client) {
        return client.newWorkflowStub(
                Probe.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue("probe")
                        .setWorkflowRunTimeout(Duration.ofSeconds(30))
                        .build());
    }
}
