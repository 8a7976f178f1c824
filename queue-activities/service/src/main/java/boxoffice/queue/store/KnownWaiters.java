package boxoffice.queue.store;

import boxoffice.queue.domain.Entry;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Those who wait and were seen at this instance, so that their next look needs no row: what is kept
 * of an entry never changes while it waits.
 */
@Component
class KnownWaiters {

    /** Who is forgotten is read again. */
    private static final long KNOWN_MAX = 400_000;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    /** A sign of life is written so many times within a grace, at most. */
    private static final int SIGNS_IN_A_GRACE = 6;

    private final Cache<UUID, Waiter> known =
            Caffeine.newBuilder().maximumSize(KNOWN_MAX).expireAfterAccess(FORGOTTEN_AFTER).build();

    /** Somebody who waited when last looked at. */
    static final class Waiter {
        private final Entry entry;
        private volatile long signedAt = System.nanoTime();

        private Waiter(Entry entry) {
            this.entry = entry;
        }

        Entry entry() {
            return entry;
        }

        boolean isToSignAgain(Duration grace) {
            var now = System.nanoTime();
            if (now - signedAt < grace.dividedBy(SIGNS_IN_A_GRACE).toNanos()) {
                return false;
            }
            signedAt = now;
            return true;
        }
    }

    Optional<Waiter> find(UUID entryId) {
        return Optional.ofNullable(known.getIfPresent(entryId));
    }

    void put(Entry entry) {
        known.put(entry.entryId(), new Waiter(entry));
    }

    void forget(UUID entryId) {
        known.invalidate(entryId);
    }

    /** The entry has its number now; nothing is kept for who was not seen here. */
    void learn(UUID entryId, long number) {
        known.asMap()
                .computeIfPresent(
                        entryId,
                        (same, waiter) -> {
                            var numbered = new Waiter(waiter.entry.withNumber(number));
                            numbered.signedAt = waiter.signedAt;
                            return numbered;
                        });
    }
}
