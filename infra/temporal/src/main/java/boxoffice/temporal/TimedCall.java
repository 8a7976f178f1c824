package boxoffice.temporal;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A call to Temporal that whoever asks waits for so long and no longer. It runs on a thread of its
 * own, because the SDK's retries overrun a deadline by a second and more: where its time is over
 * the call is left behind, and cancelled. It may have been carried out all the same.
 */
public final class TimedCall {
    private TimedCall() {}

    /**
     * @throws TimedOut when there is no answer in time, or the wait was interrupted
     * @throws RuntimeException what the call itself throws
     */
    public static <T> T within(Duration limit, Supplier<T> call) {
        var context = Context.current().withCancellation();
        var answer = new FutureTask<T>(() -> context.call(call::get));
        Thread.ofVirtual().name("temporal-call").start(answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TimedOut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            context.cancel(null);
            answer.cancel(true);
        }
    }

    /** No answer came in time. */
    public static final class TimedOut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TimedOut() {
            super("no answer in time", null, false, false);
        }
    }
}
