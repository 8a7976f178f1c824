package boxoffice.payment.provider;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Wakes who waits for news of a payment. Only in this process: one that waits in another replica
 * asks again by itself, a few seconds later.
 */
@Component
class News implements ProviderNews {

    private final ConcurrentHashMap<String, CountDownLatch> waiting = new ConcurrentHashMap<>();

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Tells this one, too, of all news. */
    void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public void heard(String ref) {
        var latch = waiting.remove(ref);
        if (latch != null) {
            latch.countDown();
        }
        listeners.forEach(listener -> listener.accept(ref));
    }

    /** Waits until there are news of the payment, or the time has passed. */
    void await(String ref, Duration max) {
        var latch = waiting.computeIfAbsent(ref, _ -> new CountDownLatch(1));
        try {
            if (!latch.await(max.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.remove(ref, latch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFault("interrupted while waiting for the provider", e);
        }
    }
}
