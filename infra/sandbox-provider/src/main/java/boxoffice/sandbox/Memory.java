package boxoffice.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the books down, so that a provider that is stopped and started again knows what it took.
 * Every second and at the end, where something has changed: one that is killed forgets its last
 * second at most. Idempotency keys and webhooks that were not sent yet are not kept.
 */
final class Memory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Memory.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Books books;
    private Books.Kept written;

    private Memory(Path file, Books books, Books.Kept read) {
        this.file = file;
        this.books = books;
        written = read;
    }

    /**
     * What the file holds; nothing where there is none.
     *
     * @throws IllegalArgumentException with a sentence for who started it
     */
    static Books.Kept read(Path file) {
        if (!Files.exists(file)) {
            return Books.Kept.NOTHING;
        }
        try {
            return JSON.readValue(Files.readString(file), Books.Kept.class);
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException(
                    "cannot read the books in %s (%s): delete it to begin anew"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Keeps the books in the file from now on. */
    static Memory of(Path file, Books books, Chores chores) {
        var memory = new Memory(file, books, books.kept());
        chores.start(() -> {
            while (true) {
                Thread.sleep(INTERVAL);
                memory.write();
            }
        });
        return memory;
    }

    private synchronized void write() {
        var now = books.kept();
        if (now.equals(written)) {
            return;
        }
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, JSON.writeValueAsString(now));
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            written = now;
        } catch (IOException e) {
            log.warn("the books are not written to {}: {}", file, e.getMessage());
        }
    }

    @Override
    public void close() {
        write();
    }
}
