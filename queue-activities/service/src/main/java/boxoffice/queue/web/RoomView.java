package boxoffice.queue.web;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.RoomNow;
import boxoffice.queue.domain.RoomState;
import java.time.Instant;

/**
 * A waiting room as anybody sees it, a moment ago.
 *
 * @param opensAt before it those who come are a pool, and nobody is let in
 * @param shuffled whether the pool is shuffled at the opening; else it stands as it came
 * @param seedHash what the shuffle's seed was bound to before anybody came: see the draw
 * @param waiting in the pool and in the line
 * @param soldOut whether the date has no seat left; who waits may go on waiting for one that comes
 *     back
 */
record RoomView(
        ScheduleId scheduleId,
        RoomState state,
        Instant opensAt,
        boolean shuffled,
        String seedHash,
        int waiting,
        boolean soldOut) {

    static RoomView of(RoomNow now) {
        var room = now.room();
        return new RoomView(
                room.scheduleId(),
                room.state(),
                room.settings().opensAt(),
                room.settings().shuffle(),
                room.seedHash(),
                now.waiting(),
                now.isSoldOut());
    }
}
