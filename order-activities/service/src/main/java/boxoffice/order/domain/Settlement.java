package boxoffice.order.domain;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import java.util.List;

/**
 * What was sold and given back on one day, for a promoter: one line for each schedule and currency
 * that moved. All amounts are in minor units of the line's currency.
 */
public record Settlement(PromoterId promoterId, List<Line> lines) {

    public Settlement {
        lines = List.copyOf(lines);
    }

    /**
     * One schedule's day.
     *
     * @param bookings confirmed on that day
     * @param tickets of those bookings
     * @param gross the prices of those tickets
     * @param ticketsCanceled given back on that day, whenever they were bought
     * @param refunds what their buyers got back
     * @param fees what was kept of their prices
     */
    public record Line(
            ConcertId concertId,
            ScheduleId scheduleId,
            String currency,
            int bookings,
            int tickets,
            long gross,
            int ticketsCanceled,
            long refunds,
            long fees) {

        /** What is left of the day for the promoter; the fees are in it. */
        public long net() {
            return gross - refunds;
        }
    }
}
