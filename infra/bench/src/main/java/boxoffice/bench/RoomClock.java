package boxoffice.bench;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The design that was not taken: a workflow per room that steps it by a timer. */
@WorkflowInterface
public interface RoomClock {

    /** Steps every so often, so many times; a real one would continue as new then. */
    @WorkflowMethod
    void run(Duration every, int times);

    /** Nothing but the timer and the step. */
    final class Ticking implements RoomClock {

        private final NoOpStep step =
                Workflow.newActivityStub(
                        NoOpStep.class,
                        ActivityOptions.newBuilder()
                                .setStartToCloseTimeout(Duration.ofSeconds(10))
                                .build());

        @Override
        public void run(Duration every, int times) {
            for (var tick = 0; tick < times; tick++) {
                Workflow.sleep(every);
                step.step();
            }
        }
    }
}
