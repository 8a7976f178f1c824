package boxoffice.concert.contract;

import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * Stops the sale of a schedule for good.
 *
 * @param promoterId who cancels: only the concert's own promoter may; null for an operator, who may
 *     cancel any
 */
public record CancelSchedule(ScheduleId scheduleId, @Nullable PromoterId promoterId) {}
