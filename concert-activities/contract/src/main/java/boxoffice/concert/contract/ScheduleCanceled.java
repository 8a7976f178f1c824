package boxoffice.concert.contract;

import boxoffice.kernel.PromoterId;
import java.time.Instant;

/**
 * No seat of the schedule will be held any more, and every hold that came before is there to be
 * seen.
 *
 * @param promoterId whose concert it is
 * @param canceledAt when it was canceled first
 */
public record ScheduleCanceled(PromoterId promoterId, Instant canceledAt)
        implements CancelScheduleOutcome {}
