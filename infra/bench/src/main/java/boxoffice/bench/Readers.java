package boxoffice.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Pages with one house open: each asks for its seats at its own pace, with the ETag it last got, as
 * browsers do.
 */
final class Readers implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI seats;
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong unchanged = new AtomicLong();

    Readers(URI seats) {
        this.seats = seats;
    }

    /** Lets so many begin to look. */
    void look(int readers, Duration pace) {
        for (var i = 0; i < readers; i++) {
            threads.submit(() -> poll(pace));
        }
    }

    /**
     * So many of them without a pause for so long.
     *
     * @return how many answers there were
     * @throws IllegalStateException where one has another status: then nothing is measured
     */
    long race(int readers, @Nullable String etag, int status, Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var before = answers.get();
        Together.run(
                readers,
                _ -> {
                    while (System.nanoTime() < end) {
                        expect(status, send(etag));
                    }
                });
        return answers.get() - before;
    }

    private void expect(int status, HttpResponse<Void> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(seats + " answered " + answer.statusCode());
        }
    }

    /** The ETag of now. */
    String etag() {
        return send(null).headers().firstValue("ETag").orElseThrow();
    }

    long answers() {
        return answers.get();
    }

    long unchanged() {
        return unchanged.get();
    }

    private Void poll(Duration pace) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(pace.toNanos())));
        String etag = null;
        while (true) {
            var answer = send(etag);
            etag = answer.headers().firstValue("ETag").orElse(etag);
            unchanged.addAndGet(answer.statusCode() == 304 ? 1 : 0);
            Thread.sleep(pace);
        }
    }

    private HttpResponse<Void> send(@Nullable String etag) {
        var request = HttpRequest.newBuilder(seats).header("Accept-Encoding", "gzip");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.discarding());
            answers.incrementAndGet();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
