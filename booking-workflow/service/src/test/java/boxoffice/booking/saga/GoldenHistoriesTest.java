package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.CancelReason;
import boxoffice.temporal.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Replays the golden history of every ending. Recorded anew, while nothing is released, by {@code
 * ./mvnw -pl booking-workflow/service -am test -Dboxoffice.record-histories=true}.
 */
class GoldenHistoriesTest {

    private static final TestWorkflowEnvironment SERVER =
            TestWorkflowEnvironment.newInstance(
                    TestEnvironmentOptions.newBuilder()
                            .setWorkflowClientOptions(
                                    WorkflowClientOptions.newBuilder()
                                            .setDataConverter(Payloads.converter())
                                            .build())
                            .build());

    private static final Worker WORKER = SERVER.newWorker("replay", Stage.PATIENT);

    @BeforeAll
    static void register() {
        WORKER.registerWorkflowImplementationTypes(
                BookingSaga.class,
                CancellationSaga.class,
                DisputeSaga.class,
                ScheduleCancellationSaga.class);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    void replays(Ending ending) throws Exception {
        replay(ending.file());
    }

    @ParameterizedTest
    @EnumSource
    void replaysCancellations(CancellationEnding ending) throws Exception {
        replay(ending.file());
    }

    @ParameterizedTest
    @EnumSource
    void replaysDisputes(DisputeEnding ending) throws Exception {
        replay(ending.file());
    }

    @ParameterizedTest
    @EnumSource
    void replaysCancellationsOfSchedules(ScheduleCancellationEnding ending) throws Exception {
        replay(ending.file());
    }

    private static void replay(Path golden) throws Exception {
        assertThat(golden).as("every ending has its golden history").exists();
        WorkflowReplayer.replayWorkflowExecution(
                WorkflowExecutionHistory.fromJson(Files.readString(golden)), WORKER);
    }

    /** A reservation refused for whatever reason has one shape; every other reason its own. */
    @Test
    void everyReasonToCancelHasAnEnding() {
        var sameShapeAsSeatsTaken =
                EnumSet.of(
                        CancelReason.UNKNOWN_SCHEDULE,
                        CancelReason.SALE_NOT_OPEN,
                        CancelReason.SALE_PAUSED,
                        CancelReason.SALE_CLOSED,
                        CancelReason.BUYER_LIMIT_REACHED,
                        CancelReason.PRESALE_CODE_REQUIRED,
                        CancelReason.PRESALE_CODE_INVALID,
                        CancelReason.PRESALE_CODE_USED_UP,
                        CancelReason.PRESALE_SOLD_OUT,
                        CancelReason.UNKNOWN_SECTION,
                        CancelReason.UNKNOWN_GRADE,
                        CancelReason.SEATS_NOT_BLOCKED,
                        CancelReason.NOT_TOGETHER,
                        CancelReason.NOT_ENOUGH_SEATS,
                        CancelReason.SCHEDULE_CANCELED,
                        CancelReason.UNKNOWN_SEATS,
                        CancelReason.SEATS_BLOCKED,
                        CancelReason.PASS_REQUIRED,
                        CancelReason.PASS_EXPIRED,
                        CancelReason.PASS_IN_USE,
                        CancelReason.PASS_USED);
        var covered =
                Arrays.stream(Ending.values())
                        .filter(ending -> ending.reason != null)
                        .map(ending -> ending.reason)
                        .collect(Collectors.toSet());
        covered.addAll(sameShapeAsSeatsTaken);
        assertThat(covered).containsAll(EnumSet.allOf(CancelReason.class));
    }
}
