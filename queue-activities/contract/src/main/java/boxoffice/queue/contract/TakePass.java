package boxoffice.queue.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the buyer's pass for this schedule into the booking.
 *
 * @param passId the {@code jti} of the pass that the buyer showed, whose signature was checked;
 *     never the pass itself, which lets in whoever has it. Null where none was shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TakePass(
        BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId, @Nullable UUID passId) {}
