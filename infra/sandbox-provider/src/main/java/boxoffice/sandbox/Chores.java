package boxoffice.sandbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on after a caller was answered, until the provider stops. */
final class Chores implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);

    /** Something that may wait. */
    interface Chore {
        void run() throws InterruptedException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    void start(Chore chore) {
        threads.execute(() -> {
            try {
                chore.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.error("something that was to happen later did not", e);
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
