package boxoffice.local.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Several things at once, all of them done, or given up, when the call returns. */
final class Together {
    private Together() {}

    /**
     * Runs them and waits for all. The first that fails interrupts the others, and its failure is
     * thrown when they have ended; so does an interrupt of the caller.
     */
    static void run(List<Runnable> works) {
        var failures = new ArrayList<Throwable>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<Boolean>(threads);
            works.forEach(work -> {
                Callable<Boolean> call =
                        () -> {
                            work.run();
                            return true;
                        };
                done.submit(call);
            });
            for (var ended = 0; ended < works.size() && failures.isEmpty(); ended++) {
                try {
                    done.take().get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause() == null ? e : e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    failures.add(new Interrupted());
                }
            }
            if (!failures.isEmpty()) {
                threads.shutdownNow();
            }
        }
        for (var failure : failures) {
            throw failure instanceof RuntimeException runtime
                    ? runtime
                    : new IllegalStateException(failure);
        }
    }

    /** The caller was told to stop while it waited. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("interrupted");
        }
    }
}
