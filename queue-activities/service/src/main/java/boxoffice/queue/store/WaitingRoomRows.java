package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Reads rows of {@code waiting_rooms}. */
interface WaitingRoomRows extends Repository<WaitingRoomRow, ScheduleId> {

    Optional<WaitingRoomRow> findById(ScheduleId scheduleId);
}
