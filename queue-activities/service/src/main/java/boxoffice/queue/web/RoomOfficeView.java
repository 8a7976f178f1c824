package boxoffice.queue.web;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.RoomNow;
import boxoffice.queue.domain.RoomState;
import boxoffice.queue.store.RoomLooks.History;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waiting room as its staff sees it.
 *
 * @param cap inside at once, at most
 * @param ratePerSecond let in within one second of the clock, at most
 * @param graceSeconds how long a place is kept after the last sign of life
 * @param passSeconds how long a pass is good
 * @param drawnAt when the pool was closed
 * @param inside with a pass that is good, or in a booking
 * @param inBooking those of them who are in a booking
 * @param admittedPerSecond over the last half minute
 * @param admitted in all
 * @param sold passes that ended in a sale
 * @param leavers who gave up or was lost before being let in
 * @param waitSecondsP50 of those let in within the last minute, as p95
 * @param estimatedEnd when all who wait now will have been let in, if it goes on like that
 * @param asOf when the numbers were so
 */
record RoomOfficeView(
        ScheduleId scheduleId,
        RoomState state,
        int cap,
        int ratePerSecond,
        Instant opensAt,
        int graceSeconds,
        int passSeconds,
        boolean shuffle,
        String seedHash,
        @Nullable Instant drawnAt,
        int waiting,
        int inside,
        int inBooking,
        double admittedPerSecond,
        int admitted,
        int sold,
        int leavers,
        @Nullable Double waitSecondsP50,
        @Nullable Double waitSecondsP95,
        @Nullable Instant estimatedEnd,
        boolean soldOut,
        Instant asOf) {

    static RoomOfficeView of(RoomNow now, History history) {
        var room = now.room();
        var settings = room.settings();
        return new RoomOfficeView(
                room.scheduleId(),
                room.state(),
                settings.cap(),
                settings.ratePerSecond(),
                settings.opensAt(),
                (int) settings.grace().toSeconds(),
                (int) settings.passLife().toSeconds(),
                settings.shuffle(),
                room.seedHash(),
                room.drawnAt(),
                now.waiting(),
                now.inside(),
                now.holding(),
                now.admittedPerSecond(),
                history.admitted(),
                history.sold(),
                history.leavers(),
                seconds(history.waitMedian()),
                seconds(history.waitP95()),
                estimatedEnd(now),
                now.isSoldOut(),
                now.asOf());
    }

    private static @Nullable Double seconds(@Nullable Duration wait) {
        return wait == null ? null : wait.toMillis() / 1000.0;
    }

    private static @Nullable Instant estimatedEnd(RoomNow now) {
        return now.waiting() == 0 || now.admittedPerSecond() == 0
                ? null
                : now.asOf().plusMillis((long) (1000 * now.waiting() / now.admittedPerSecond()));
    }
}
