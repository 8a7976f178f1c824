package boxoffice.bench;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The no-op saga's run: the order of the steps is the real saga's, and only that. */
public final class EmptySaga implements NoOpSaga {

    static final String SAGA = "bench";
    static final String CONCERT = "bench-concert";
    static final String ORDER = "bench-order";
    static final String PAYMENT = "bench-payment";
    static final String QUEUE = "bench-queue";

    private boolean reserved;
    private boolean asked;
    private boolean paid;

    @Override
    public void run() {
        Promise.allOf(begin(QUEUE), begin(CONCERT), begin(ORDER)).get();
        reserved = true;
        Workflow.await(() -> asked);
        on(PAYMENT).step();
        on(CONCERT).step();
        Promise.allOf(begin(ORDER), begin(QUEUE)).get();
        paid = true;
        Workflow.await(Workflow::isEveryHandlerFinished);
    }

    @Override
    public void reserve() {
        Workflow.await(() -> reserved);
    }

    @Override
    public void pay() {
        asked = true;
        Workflow.await(() -> paid);
    }

    private static Promise<Void> begin(String taskQueue) {
        return Async.procedure(on(taskQueue)::step);
    }

    private static NoOpStep on(String taskQueue) {
        return Workflow.newActivityStub(
                NoOpStep.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(taskQueue)
                        .setStartToCloseTimeout(Duration.ofSeconds(10))
                        .build());
    }
}
