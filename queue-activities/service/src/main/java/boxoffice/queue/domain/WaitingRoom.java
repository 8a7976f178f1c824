package boxoffice.queue.domain;

import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule's waiting room (대기열): where there is one, only a pass lets a booking go on.
 *
 * @param seedHash SHA-256 of the seed that shuffles the pool, in hexadecimal digits
 * @param seed null until the pool has its numbers
 * @param drawnAt when the pool was closed; null before the opening
 */
public record WaitingRoom(
        ScheduleId scheduleId,
        Instant createdAt,
        RoomState state,
        RoomSettings settings,
        String seedHash,
        @Nullable String seed,
        @Nullable Instant drawnAt) {}
