package boxoffice.testing.service;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several pieces of work begin at the same moment, and waits for all of them. */
public final class AtOnce {
    private AtOnce() {}

    /**
     * @return what each gave, in the order of the arguments
     * @throws AssertionError when one of them threw
     */
    @SafeVarargs
    public static <T> List<T> run(Callable<? extends T>... works) {
        return run(List.of(works));
    }

    /** As above, with the same work so many times. */
    public static <T> List<T> times(int count, Callable<T> work) {
        return run(Collections.nCopies(count, work));
    }

    private static <T> List<T> run(List<? extends Callable<? extends T>> works) {
        var barrier = new CyclicBarrier(works.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures =
                    works.stream()
                            .map(work ->
                                    threads.<T>submit(() -> {
                                        barrier.await();
                                        return work.call();
                                    }))
                            .toList();
            return futures.stream().map(AtOnce::resultOf).toList();
        }
    }

    private static <T> T resultOf(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("One of several at once failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
