package boxoffice.queue.domain;

import boxoffice.queue.domain.RoomNow.Wait;
import java.util.Optional;
import java.util.OptionalLong;

/** An entry in its room: where it stands and how long it may take. */
public record Place(Entry entry, RoomNow room) {

    /** How many stand before it; empty in the pool, and for whoever does not wait. */
    public OptionalLong ahead() {
        var number = entry.number();
        return entry.state() == EntryState.WAITING && number != null
                ? OptionalLong.of(room.ahead(number))
                : OptionalLong.empty();
    }

    /** How long it may take; empty where nothing can be said. */
    public Optional<Wait> expectedWait() {
        return ahead().isPresent() && room.room().state().letsIn()
                ? Optional.of(room.waitFor(ahead().getAsLong()))
                : Optional.empty();
    }
}
