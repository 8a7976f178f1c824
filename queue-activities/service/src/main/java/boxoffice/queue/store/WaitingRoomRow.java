package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.WaitingRoom;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code waiting_rooms}. */
@Table("waiting_rooms")
record WaitingRoomRow(@Id ScheduleId scheduleId, Instant createdAt) {

    WaitingRoom toRoom() {
        return new WaitingRoom(scheduleId, createdAt);
    }
}
