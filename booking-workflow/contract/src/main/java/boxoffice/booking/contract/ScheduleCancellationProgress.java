package boxoffice.booking.contract;

import boxoffice.kernel.PromoterId;
import java.time.Instant;

/**
 * How far the cancellation of a schedule has come, for its next run.
 *
 * @param promoterId whose the schedule is
 * @param begunAt when the sale was stopped
 * @param found bookings there were
 */
public record ScheduleCancellationProgress(PromoterId promoterId, Instant begunAt, long found) {}
