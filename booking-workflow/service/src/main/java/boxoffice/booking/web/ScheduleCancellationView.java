package boxoffice.booking.web;

import boxoffice.booking.contract.ScheduleCancellationSnapshot;
import boxoffice.booking.contract.ScheduleCancellationStatus;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the cancellation of a date has come; what is not known yet is left out.
 *
 * @param by at whose wish
 * @param begunAt when the sale was stopped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleCancellationView(
        ScheduleId scheduleId,
        ScheduleCancellationStatus status,
        String by,
        @Nullable String reason,
        @Nullable Instant begunAt,
        BookingsView bookings) {

    /**
     * @param found had seats when it began
     * @param canceled have none any more
     * @param open paid and not given back yet
     * @param waiting unpaid, or just being paid
     * @param slow those of the open ones that take over a minute; they may need an operator
     */
    record BookingsView(long found, long canceled, long open, long waiting, long slow) {}

    static ScheduleCancellationView of(ScheduleCancellationSnapshot progress) {
        return new ScheduleCancellationView(
                progress.scheduleId(),
                progress.status(),
                progress.by(),
                progress.reason(),
                progress.begunAt(),
                new BookingsView(
                        progress.found(),
                        progress.canceled(),
                        progress.open(),
                        progress.waiting(),
                        progress.slow()));
    }

    /** One that has begun, while no more is known. */
    static ScheduleCancellationView stopping(ScheduleId id, String by, @Nullable String reason) {
        return new ScheduleCancellationView(
                id,
                ScheduleCancellationStatus.STOPPING_SALE,
                by,
                reason,
                null,
                new BookingsView(0, 0, 0, 0, 0));
    }
}
