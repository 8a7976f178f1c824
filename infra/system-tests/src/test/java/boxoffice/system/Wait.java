package boxoffice.system;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Waiting for what comes in its own time. */
final class Wait {
    private Wait() {}

    /** Tries until it passes; the last failure is thrown when the time is over. */
    static void until(Duration limit, ThrowingCallable check) {
        var end = System.nanoTime() + limit.toNanos();
        while (true) {
            @Nullable Throwable failure = null;
            try {
                check.call();
                return;
            } catch (Throwable e) {
                failure = e;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit.toSeconds() + " s", failure);
            }
            pause(Duration.ofMillis(200));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
