package boxoffice.booking.contract;

/** How the cancellation of a schedule stands. */
public enum ScheduleCancellationStatus {
    /** No seat is to be held any more; nothing else is done yet. */
    STOPPING_SALE,
    /** The bookings are being given back. */
    CANCELING,
    /** Nobody holds or has bought a seat of the schedule any more. */
    DONE,
    /** Nothing was done: no such schedule, or not the asker's. */
    REFUSED
}
