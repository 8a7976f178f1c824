package boxoffice.queue.store;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.Entry;
import boxoffice.queue.domain.EntryState;
import boxoffice.queue.domain.Place;
import boxoffice.queue.domain.RoomNow;
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

    private final Entries entries;
    private final Doorkeeper doorkeeper;
    private final SignsOfLife signs;
    private final KnownWaiters known;

    Lobby(Entries entries, Doorkeeper doorkeeper, SignsOfLife signs, KnownWaiters known) {
        this.known = known;
        this.entries = entries;
        this.doorkeeper = doorkeeper;
        this.signs = signs;
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
        var waiter = known.find(entryId);
        if (waiter.isEmpty()) {
            return read(schedule, entryId, buyer);
        }
        var entry = waiter.get().entry();
        if (!entry.buyerId().equals(buyer) || !entry.scheduleId().equals(schedule)) {
            return Optional.empty();
        }
        var room = doorkeeper.room(schedule);
        if (room.isEmpty() || mayHaveMoved(entry, room.get())) {
            known.forget(entryId);
            return read(schedule, entryId, buyer);
        }
        if (waiter.get().isToSignAgain(room.get().room().settings().grace())) {
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
            known.put(entry);
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
        known.forget(entryId);
        if (left) {
            return Left.GONE;
        }
        return read(schedule, entryId, buyer)
                .map(place -> place.entry().state().isLive() ? Left.IN_BOOKING : Left.GONE)
                .orElse(Left.UNKNOWN);
    }
}
