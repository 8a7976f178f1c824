package boxoffice.bench;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Many who do the same at once. */
final class Together {
    private Together() {}

    /**
     * Returns when all of them are done.
     *
     * @param one what each of them does, by its number, counted from 0
     * @throws IllegalStateException where one of them failed
     */
    static void run(int count, IntConsumer one) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var i = 0; i < count; i++) {
                var number = i;
                all.add(threads.submit(() -> one.accept(number)));
            }
            for (var work : all) {
                work.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of many failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
