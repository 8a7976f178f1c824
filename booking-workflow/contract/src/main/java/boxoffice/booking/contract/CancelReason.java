package boxoffice.booking.contract;

/** Why a booking ended without a sale. */
public enum CancelReason {
    /** No such schedule. */
    UNKNOWN_SCHEDULE,
    /** The sale of the schedule has not begun. */
    SALE_NOT_OPEN,
    /** The sale of the schedule is over. */
    SALE_CLOSED,
    /** The promoter has canceled the schedule. */
    SCHEDULE_CANCELED,
    /** The schedule has no such seats. */
    UNKNOWN_SEATS,
    /** The promoter keeps the seats back. */
    SEATS_BLOCKED,
    /** Somebody else was faster, or the buyer's own other booking. */
    SEATS_TAKEN,
    /** The schedule has a waiting room and the buyer no pass from it. */
    PASS_REQUIRED,
    /** A service did not answer within the time a reservation may take. */
    UNAVAILABLE,
    /** The hold ran out unpaid. */
    EXPIRED,
    /** The buyer, or an operator by cancelling the workflow. */
    BY_BUYER,
    /** The promoter has canceled the schedule, and the booking with it. */
    BY_PROMOTER,
    /** The outcome of the charge could not be learned, or a reviewed sale was taken back. */
    PAYMENT_REVERSED,
    /** The key is an old one: its booking had ended unsold before. */
    ENDED_BEFORE
}
