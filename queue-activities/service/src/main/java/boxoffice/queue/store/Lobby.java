package boxoffice.queue.store;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.Entry;
import boxoffice.queue.domain.EntryState;
import boxoffice.queue.domain.Place;
import boxoffice.queue.domain.RoomNow;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What buyers in a room see. Whoever waits is told from memory: the number in the line never
 * changes, and the room is known as it was a moment ago. Rows are read where somebody is not known
 * here yet or may not be waiting any more.
 */
@Component
public class Lobby {

    /** Of those who wait; who is forgotten is read again. */
    private static final long KNOWN_MAX = 400_000;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    /** A sign of life is written so many times within a grace, at most. */
    private static final int SIGNS_IN_A_GRACE = 6;

    private final Entries entries;
    private final Doorkeeper doorkeeper;
    private final SignsOfLife signs;
    private final Cache<UUID, Waiter> known =
            Caffeine.newBuilder().maximumSize(KNOWN_MAX).expireAfterAccess(FORGOTTEN_AFTER).build();

    Lobby(Entries entries, Doorkeeper doorkeeper, SignsOfLife signs) {
        this.entries = entries;
        this.doorkeeper = doorkeeper;
        this.signs = signs;
    }

    /** Somebody who waited when last looked at. */
    private static final class Waiter {
        private final Entry entry;
        private volatile long signedAt = System.nanoTime();

        private Waiter(Entry entry) {
            this.entry = entry;
        }

        private boolean isToSignAgain(Duration grace) {
            var now = System.nanoTime();
            if (now - signedAt < grace.dividedBy(SIGNS_IN_A_GRACE).toNanos()) {
                return false;
            }
            signedAt = now;
            return true;
        }
    }

    /** The buyer's place, and whether the buyer came just now. */
    public record Joined(Place place, boolean isNew) {}

    /**
     * Puts the buyer into the room and, where nobody waits there, lets the buyer in at once. Empty
     * where the room takes nobody, or is not there.
     */
    public Optional<Joined> join(ScheduleId schedule, BuyerId buyer) {
        var joined = entries.join(schedule, buyer);
        if (joined.isEmpty()) {
            return Optional.empty();
        }
        doorkeeper.wake(schedule);
        var entry = joined.get().entry();
        if (entry.state() == EntryState.WAITING
                && doorkeeper.room(schedule).filter(RoomNow::hasNobodyWaiting).isPresent()) {
            entry = letIn(entry);
        }
        var place = place(entry);
        return Optional.of(new Joined(place, joined.get().isNew()));
    }

    private Entry letIn(Entry entry) {
        doorkeeper.stepNow(entry.scheduleId());
        return entries.find(entry.entryId()).orElse(entry);
    }

    /** A sign of life, too. Empty where the buyer has no such entry. */
    public Optional<Place> look(ScheduleId schedule, UUID entryId, BuyerId buyer) {
        var waiter = known.getIfPresent(entryId);
        if (waiter == null) {
            return read(schedule, entryId, buyer);
        }
        var entry = waiter.entry;
        if (!entry.buyerId().equals(buyer) || !entry.scheduleId().equals(schedule)) {
            return Optional.empty();
        }
        var room = doorkeeper.room(schedule);
        if (room.isEmpty() || mayHaveMoved(entry, room.get())) {
            known.invalidate(entryId);
            return read(schedule, entryId, buyer);
        }
        if (waiter.isToSignAgain(room.get().room().settings().grace())) {
            signs.of(entryId);
        }
        return Optional.of(new Place(entry, room.get()));
    }

    private static boolean mayHaveMoved(Entry entry, RoomNow room) {
        var number = entry.number();
        if (!room.room().state().isOn()) {
            return true;
        }
        return number == null ? room.room().drawnAt() != null : room.hasPassed(number);
    }

    private Optional<Place> read(ScheduleId schedule, UUID entryId, BuyerId buyer) {
        return entries.find(entryId)
                .filter(entry -> entry.buyerId().equals(buyer))
                .filter(entry -> entry.scheduleId().equals(schedule))
                .map(this::place);
    }

    private Place place(Entry entry) {
        if (entry.state() == EntryState.WAITING) {
            known.put(entry.entryId(), new Waiter(entry));
            signs.of(entry.entryId());
        }
        return new Place(entry, doorkeeper.room(entry.scheduleId()).orElseThrow());
    }

    /** What became of giving up. */
    public enum Left {
        /** Nobody is there any more; again, too. */
        GONE,
        /** A booking has the pass. */
        IN_BOOKING,
        /** The buyer has no such entry. */
        UNKNOWN
    }

    /** Gives the place or the pass up. */
    public Left leave(ScheduleId schedule, UUID entryId, BuyerId buyer) {
        var left = entries.leave(schedule, entryId, buyer);
        known.invalidate(entryId);
        if (left) {
            return Left.GONE;
        }
        return read(schedule, entryId, buyer)
                .map(place -> place.entry().state().isLive() ? Left.IN_BOOKING : Left.GONE)
                .orElse(Left.UNKNOWN);
    }
}
