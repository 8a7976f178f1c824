package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Buyers who go on booking while things break: one after another books a seat of their own, pays
 * two times out of three and cancels the third, repeating each request with its key as good clients
 * do. A booking that a crash made impossible is let go; what is wrong then shows in the books.
 */
final class Crowd implements AutoCloseable {

    private static final int BUYERS = 3;
    private static final int WARM = 3;

    /** Between two bookings of one buyer; a house has only so many seats. */
    private static final Duration THINKING = Duration.ofMillis(500);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch warm = new CountDownLatch(WARM);
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();
    private volatile boolean going = true;

    private Crowd() {}

    /** Returns when the first bookings have gone through. */
    static Crowd booking() throws InterruptedException {
        var crowd = new Crowd();
        for (var i = 0; i < BUYERS; i++) {
            var buyer = Buyer.withPoints(100_000_000);
            crowd.threads.execute(() -> crowd.bookOn(buyer));
        }
        assertThat(crowd.warm.await(60, TimeUnit.SECONDS)).as("the crowd books").isTrue();
        return crowd;
    }

    private void bookOn(Buyer buyer) {
        for (var round = 0; going; round++) {
            Wait.pause(THINKING);
            try {
                bookOnce(buyer, "round-" + round);
            } catch (RuntimeException | AssertionError e) {
                strange.add(buyer.name() + " in round " + round + ": " + e);
            }
        }
    }

    private void bookOnce(Buyer buyer, String key) {
        var held = buyer.bookPatiently(key, Seats.NEXT_DAY, Seats.onTheNextDay(1));
        if (isLost(held)) {
            return;
        }
        held.expect(201);
        var booking = held.text("bookingId");
        var end =
                key.hashCode() % 3 == 0
                        ? buyer.cancelPatiently(booking, key)
                        : buyer.payPatiently(booking, key);
        if (!isLost(end)) {
            end.expect(200);
            warm.countDown();
        }
    }

    /** A service that is away for longer than a reservation may take is told so, honestly. */
    private static boolean isLost(Answer answer) {
        return List.of("reservation-failed", "payment-reversed").contains(answer.code());
    }

    /** Waits for everybody's last booking; nobody must have been answered nonsense. */
    @Override
    public void close() throws InterruptedException {
        going = false;
        threads.shutdown();
        assertThat(threads.awaitTermination(120, TimeUnit.SECONDS)).as("everybody ends").isTrue();
        assertThat(strange).as("answers that no client can use").isEmpty();
    }
}
