package boxoffice.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TogetherTest {
    @Test
    void returnsWhenAllAreDone() {
        var done = new AtomicInteger();

        Together.run(List.of(done::incrementAndGet, done::incrementAndGet, done::incrementAndGet));

        assertThat(done).hasValue(3);
    }

    @Test
    void interruptsTheOthersWhenOneFails() {
        var interrupted = new AtomicBoolean();
        Runnable waits =
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                };
        Runnable fails =
                () -> {
                    throw new IllegalArgumentException("no");
                };

        assertThatThrownBy(() -> Together.run(List.of(waits, fails)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");
        assertThat(interrupted).isTrue();
    }

    @Test
    void givesUpWhenTheCallerIsToldToStop() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Together.run(List.of(() -> {})))
                .isInstanceOf(Together.Interrupted.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
