package boxoffice.queue.web;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.WaitingRoom;
import boxoffice.queue.store.Doorkeeper;
import boxoffice.queue.store.Entries;
import boxoffice.queue.store.WaitingRooms;
import boxoffice.web.Answers;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know of a schedule's waiting room. */
@RestController
@RequestMapping("/api/waiting-rooms")
@Answers("404 no-waiting-room")
class WaitingRoomController {

    private final Doorkeeper doorkeeper;
    private final WaitingRooms rooms;
    private final Entries entries;

    WaitingRoomController(Doorkeeper doorkeeper, WaitingRooms rooms, Entries entries) {
        this.doorkeeper = doorkeeper;
        this.rooms = rooms;
        this.entries = entries;
    }

    /** The schedule's room: 404 no-waiting-room where it has none, and so needs no pass. */
    @GetMapping("/{scheduleId}")
    RoomView show(@Parameter(example = "winter-serenade-2") @PathVariable String scheduleId) {
        return doorkeeper.room(Rooms.id(scheduleId)).map(RoomView::of).orElseThrow(Rooms::noRoom);
    }

    /**
     * How the pool was shuffled. {@code seedHash} is SHA-256 of the seed and known before the first
     * entry; once all of the pool have their numbers the seed itself is shown, and the pool in its
     * order: SHA-256 of each entry's id. Sorting these by SHA-256 of the seed, a colon and the hash
     * gives the same order.
     *
     * @param seed null until then
     * @param entries hashes of entry ids in the order of the numbers; empty until then
     */
    record DrawView(
            ScheduleId scheduleId,
            boolean shuffled,
            String seedHash,
            @Nullable String seed,
            List<String> entries) {}

    /** What was drawn, for everybody to draw again. */
    @GetMapping("/{scheduleId}/draw")
    DrawView draw(@Parameter(example = "winter-serenade-2") @PathVariable String scheduleId) {
        var room = rooms.find(Rooms.id(scheduleId)).orElseThrow(Rooms::noRoom);
        var seed = room.settings().shuffle() ? room.seed() : null;
        return new DrawView(
                room.scheduleId(),
                room.settings().shuffle(),
                room.seedHash(),
                seed,
                seed == null ? List.of() : drawn(room));
    }

    private List<String> drawn(WaitingRoom room) {
        return entries.drawn(room.scheduleId());
    }
}
