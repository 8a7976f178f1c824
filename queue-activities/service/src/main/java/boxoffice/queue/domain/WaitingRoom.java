package boxoffice.queue.domain;

import boxoffice.kernel.ScheduleId;
import java.time.Instant;

/** A schedule's waiting room (대기열): where there is one, only a pass lets a booking go on. */
public record WaitingRoom(ScheduleId scheduleId, Instant createdAt) {}
