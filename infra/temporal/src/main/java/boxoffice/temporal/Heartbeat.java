package boxoffice.temporal;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Beats while an activity waits for somebody outside, so that the death of this process is noticed
 * within the heartbeat's timeout rather than the activity's. Does nothing outside of an activity.
 */
public final class Heartbeat implements AutoCloseable {

    /** Well within any heartbeat timeout; the SDK throttles what reaches the server. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable ActivityCompletionException> over =
            new AtomicReference<>();

    private Heartbeat() {}

    /** Begins to beat; to be called on the activity's own thread. */
    public static Heartbeat start() {
        var heartbeat = new Heartbeat();
        contextIfAny()
                .ifPresent(context ->
                        Thread.ofVirtual().name("heartbeat").start(() -> heartbeat.beat(context)));
        return heartbeat;
    }

    /** The SDK tells by an exception alone that this thread runs no activity. */
    private static Optional<ActivityExecutionContext> contextIfAny() {
        try {
            return Optional.of(Activity.getExecutionContext());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private void beat(ActivityExecutionContext context) {
        try {
            do {
                context.heartbeat(null);
            } while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ActivityCompletionException e) {
            over.set(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Throws where nobody waits for this activity any more: it timed out, or its workflow is gone.
     */
    public void check() {
        var end = over.get();
        if (end != null) {
            throw end;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
