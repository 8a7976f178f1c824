package boxoffice.booking.contract;

/** Why a booking ended without a sale. */
public enum CancelReason {
    /** No such schedule. */
    UNKNOWN_SCHEDULE,
    /** The sale of the schedule has not begun. */
    SALE_NOT_OPEN,
    /** The promoter has paused the sale of the schedule. */
    SALE_PAUSED,
    /** The sale of the schedule is over. */
    SALE_CLOSED,
    /** The promoter has canceled the schedule. */
    SCHEDULE_CANCELED,
    /** The buyer would have more seats than one buyer may. */
    BUYER_LIMIT_REACHED,
    /** Before the general sale a code is needed. */
    PRESALE_CODE_REQUIRED,
    /** The code is not one of the presale that is open. */
    PRESALE_CODE_INVALID,
    /** The code has too few seats left. */
    PRESALE_CODE_USED_UP,
    /** The presale has too few seats left. */
    PRESALE_SOLD_OUT,
    /** The schedule has no such section. */
    UNKNOWN_SECTION,
    /** The schedule has no such grade. */
    UNKNOWN_GRADE,
    /** The schedule has no such seats. */
    UNKNOWN_SEATS,
    /** The promoter keeps the seats back. */
    SEATS_BLOCKED,
    /** The promoter does not keep the seats back, so they cannot be given away. */
    SEATS_NOT_BLOCKED,
    /** So many seats are free, but not together. */
    NOT_TOGETHER,
    /** So many of the seats that were wished for are not free. */
    NOT_ENOUGH_SEATS,
    /** Somebody else was faster, or the buyer's own other booking. */
    SEATS_TAKEN,
    /** The schedule has a waiting room and the buyer no pass from it. */
    PASS_REQUIRED,
    /** The pass was not used in its time. */
    PASS_EXPIRED,
    /** The buyer's own other booking has the pass. */
    PASS_IN_USE,
    /** The pass ended in a sale. */
    PASS_USED,
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
