package boxoffice.queue.web;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.WaitingRoom;
import java.time.Instant;

/** A waiting room as anybody sees it. */
record WaitingRoomView(ScheduleId scheduleId, Instant createdAt) {

    static WaitingRoomView of(WaitingRoom room) {
        return new WaitingRoomView(room.scheduleId(), room.createdAt());
    }
}
