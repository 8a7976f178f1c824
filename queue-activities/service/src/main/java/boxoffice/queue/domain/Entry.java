package boxoffice.queue.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's entry in a waiting room.
 *
 * @param number the place in the line, counted from 1 and never given twice; null in the pool
 * @param admittedAt null where the buyer was never inside
 * @param passExpiresAt the first instant at which the pass begins no booking any more
 * @param holder the booking that uses the pass, or used it for its sale
 */
public record Entry(
        UUID entryId,
        ScheduleId scheduleId,
        BuyerId buyerId,
        EntryState state,
        @Nullable Long number,
        Instant joinedAt,
        @Nullable Instant admittedAt,
        @Nullable Instant passExpiresAt,
        @Nullable BookingId holder) {

    /** The same, with its place in the line. */
    public Entry withNumber(long given) {
        return new Entry(
                entryId,
                scheduleId,
                buyerId,
                state,
                given,
                joinedAt,
                admittedAt,
                passExpiresAt,
                holder);
    }
}
