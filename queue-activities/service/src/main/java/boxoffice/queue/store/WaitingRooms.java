package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.WaitingRoom;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All waiting rooms, at most one per schedule. */
@Component
public class WaitingRooms {

    private final WaitingRoomRows rows;

    WaitingRooms(WaitingRoomRows rows) {
        this.rows = rows;
    }

    @Transactional
    public Optional<WaitingRoom> find(ScheduleId schedule) {
        return rows.findById(schedule).map(WaitingRoomRow::toRoom);
    }
}
