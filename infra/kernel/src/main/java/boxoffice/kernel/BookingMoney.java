package boxoffice.kernel;

import java.util.List;

/**
 * The money of one booking as one service's books have it, for the audit to hold against those of
 * another.
 *
 * @param settled whether nothing of it is under way there; else the amounts may be about to change
 * @param kept what the buyer has paid and not got back
 * @param fees the part of it that cancellations have kept
 * @param differences where this service's own books contradict each other, each in words; empty
 *     where they agree
 */
public record BookingMoney(
        BookingId bookingId, boolean settled, Money kept, Money fees, List<String> differences) {

    public BookingMoney {
        differences = List.copyOf(differences);
    }
}
