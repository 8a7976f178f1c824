package boxoffice.booking.saga;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes wrong in the hand-written services, by activity name, and which calls came. */
final class Faults {

    /** A way to go wrong. */
    private interface Fault {
        void beforeWork(String activity);

        default void afterWork() {}
    }

    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> results = new CopyOnWriteArrayList<>();

    /** Does the work of an activity, or goes wrong as told. */
    <T> T around(String activity, Supplier<T> work) {
        calls.add(activity);
        @Nullable Fault fault = faults.get(activity);
        if (fault != null) {
            fault.beforeWork(activity);
        }
        var result = work.get();
        if (fault != null) {
            fault.afterWork();
        }
        results.add(activity + " " + result);
        return result;
    }

    /** What the activities came to, in the order in which they ended. */
    List<String> results() {
        return List.copyOf(results);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    long count(String activity) {
        return calls.stream().filter(activity::equals).count();
    }

    /** Fails every attempt with a passing fault, until {@link #mend}. */
    void broken(String activity) {
        faults.put(
                activity,
                name -> {
                    throw new IllegalStateException(name + " is away");
                });
    }

    /** Fails one attempt before it did anything. */
    void failsOnce(String activity) {
        faults.put(
                activity,
                name -> {
                    faults.remove(name);
                    throw new IllegalStateException(name + " failed once");
                });
    }

    /** Does the work of one attempt and loses the answer. */
    void losesOneAnswer(String activity) {
        faults.put(
                activity,
                new Fault() {
                    @Override
                    public void beforeWork(String name) {
                        faults.remove(name);
                    }

                    @Override
                    public void afterWork() {
                        throw new IllegalStateException("the answer was lost");
                    }
                });
    }

    /** Does the work of every attempt and loses each answer, until {@link #mend}. */
    void losesAnswers(String activity) {
        faults.put(
                activity,
                new Fault() {
                    @Override
                    public void beforeWork(String name) {}

                    @Override
                    public void afterWork() {
                        throw new IllegalStateException("the answer was lost");
                    }
                });
    }

    /** Fails in a way that no retry can cure, until {@link #mend}. */
    void hopeless(String activity) {
        faults.put(
                activity,
                name -> {
                    throw ApplicationFailure.newNonRetryableFailure(
                            name + " is hopeless", "HOPELESS");
                });
    }

    /** Stops every attempt at the door until the latch opens. */
    CountDownLatch stalls(String activity) {
        var latch = new CountDownLatch(1);
        faults.put(activity, name -> waitFor(latch));
        return latch;
    }

    /** Stops one attempt at the door until the latch opens; those behind it pass. */
    CountDownLatch stallsOnce(String activity) {
        var latch = new CountDownLatch(1);
        faults.put(
                activity,
                name -> {
                    faults.remove(name);
                    waitFor(latch);
                });
        return latch;
    }

    /** Does the work of one attempt and keeps its answer until the latch opens. */
    CountDownLatch stallsOnceAfterWork(String activity) {
        var latch = new CountDownLatch(1);
        faults.put(
                activity,
                new Fault() {
                    @Override
                    public void beforeWork(String name) {
                        faults.remove(name);
                    }

                    @Override
                    public void afterWork() {
                        waitFor(latch);
                    }
                });
        return latch;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the latch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void mend(String activity) {
        faults.remove(activity);
    }
}
