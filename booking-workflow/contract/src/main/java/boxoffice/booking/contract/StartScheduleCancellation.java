package boxoffice.booking.contract;

import boxoffice.kernel.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * @param asker who wants it canceled first; others may join by {@link ScheduleCancellation#begin}
 * @param pace how fast; null for the defaults
 * @param progress null to begin; the workflow hands it to itself where its history grows long
 */
public record StartScheduleCancellation(
        ScheduleId scheduleId,
        ScheduleCancellationAsker asker,
        @Nullable SweepPace pace,
        @Nullable ScheduleCancellationProgress progress) {}
