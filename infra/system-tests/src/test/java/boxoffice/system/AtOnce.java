package boxoffice.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Several requests that begin at the same moment. */
final class AtOnce {
    private AtOnce() {}

    /**
     * @return what each gave, in the order of the arguments
     * @throws AssertionError when one of them threw
     */
    static <T> List<T> run(List<? extends Callable<T>> works) {
        var barrier = new CyclicBarrier(works.size());
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures =
                    works.stream()
                            .map(work ->
                                    threads.submit(() -> {
                                        barrier.await();
                                        return work.call();
                                    }))
                            .toList();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("one of several at once failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
