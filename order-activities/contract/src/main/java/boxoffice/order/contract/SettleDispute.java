package boxoffice.order.contract;

import boxoffice.kernel.BookingId;

/** The bank has decided about a dispute. */
public record SettleDispute(BookingId bookingId, String disputeId, End end) {

    /** How. */
    public enum End {
        /** The money stays ours: the order is as before. */
        WON,
        /** The buyer has it back, for good. */
        LOST
    }
}
