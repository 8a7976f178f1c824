package boxoffice.order.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.util.List;

/** An order as it stands: each state a type, so that only a confirmed one has a sale to show. */
public sealed interface Order {

    Opening opening();

    /** Open, waiting for the sale. */
    record Pending(Opening opening) implements Order {}

    /** Sold. */
    record Confirmed(Opening opening, OrderNumber number, Sale sale, Instant confirmedAt)
            implements Order {}

    /** Ended without a sale. */
    record Canceled(Opening opening, CancelReason reason, Instant canceledAt) implements Order {}

    /**
     * What every order has, however it stands.
     *
     * @param bookingId the order's id too: a booking has one order
     * @param openedAt when the row came to be, also where that was its cancellation
     * @param disputes oldest first; mostly none
     */
    record Opening(
            BookingId bookingId,
            BuyerId buyerId,
            ScheduleId scheduleId,
            Instant openedAt,
            List<Dispute> disputes) {

        public Opening {
            disputes = List.copyOf(disputes);
        }
    }
}
