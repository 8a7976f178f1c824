package boxoffice.concert;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many threads that begin at the same moment. */
final class AtOnce {
    private AtOnce() {}

    interface Attempt<T> {
        T run(int n) throws Exception;
    }

    /** All of them are let go at the same moment; an exception in one fails the test. */
    static <T> List<T> atOnce(int count, Attempt<T> attempt) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Future<T>> futures =
                    IntStream.range(0, count)
                            .mapToObj(n ->
                                    threads.submit(
                                            (Callable<T>)
                                                    () -> {
                                                        start.await();
                                                        return attempt.run(n);
                                                    }))
                            .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
