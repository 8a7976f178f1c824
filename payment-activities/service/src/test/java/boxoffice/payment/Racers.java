package boxoffice.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several do something at the same moment. */
final class Racers {
    private Racers() {}

    static <T> List<T> race(List<Callable<T>> runners) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var runner : runners) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return runner.call();
                        }));
            }
            start.countDown();
            var answers = new ArrayList<T>();
            for (var future : running) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a racer fell", e);
        }
    }
}
