package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import boxoffice.queue.domain.WaitingRoom;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code waiting_rooms}, times in UTC. */
@Table("waiting_rooms")
record WaitingRoomRow(@Id ScheduleId scheduleId, LocalDateTime createdAt) {

    WaitingRoom toRoom() {
        return new WaitingRoom(scheduleId, Timestamps.instant(createdAt));
    }
}
