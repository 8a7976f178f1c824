package boxoffice.concert.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One booking's wish for seats.
 *
 * @param startedAt when the saga began; the hold's time runs from there
 * @param presaleCodeHash of the code that the buyer has; looked at only before the general sale
 * @param complimentary that the seats are given to the buyer; null where they are sold
 */
public record HoldRequest(
        BookingId bookingId,
        BuyerId buyerId,
        ScheduleId scheduleId,
        Wish wish,
        Instant startedAt,
        @Nullable String presaleCodeHash,
        @Nullable Complimentary complimentary) {}
