package boxoffice.booking.contract;

import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The cancellation of a schedule as it stood at one moment.
 *
 * @param promoterId whose the schedule is; null until its sale is stopped
 * @param by at whose wish
 * @param reason why; null where none was given
 * @param begunAt when the sale was stopped, by the first who did; null before
 * @param found bookings that held or had bought seats when this workflow was started
 * @param canceled those of them that have none any more
 * @param open those that are paid and not given back yet
 * @param waiting those that are not paid, or are just being
 * @param slow those of the open ones whose cancellation is under way for more than a minute: one
 *     that needs an operator is among them
 */
public record ScheduleCancellationSnapshot(
        ScheduleId scheduleId,
        ScheduleCancellationStatus status,
        @Nullable PromoterId promoterId,
        String by,
        @Nullable String reason,
        @Nullable Instant begunAt,
        long found,
        long canceled,
        long open,
        long waiting,
        long slow) {}
