package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No seat is held for this booking, and none will be.
 *
 * @param seatNos the seats that the reason is about; empty where it is about the schedule
 * @param ownBooking the buyer's own live booking that holds one of them, where that is the reason
 * @param limit the rule and the number that the hold ran into, where the reason is about one
 */
public record SeatsRefused(
        Reason reason,
        List<String> seatNos,
        @Nullable BookingId ownBooking,
        @Nullable PolicyLimit limit)
        implements HoldOutcome {

    public SeatsRefused {
        seatNos = List.copyOf(seatNos);
    }

    /**
     * The number that a rule has, and how far it is used up.
     *
     * @param policy the rule's name, such as {@code MaxSeatsPerBuyer}
     * @param limit seats that it allows, or that were asked for where it is about those
     * @param remaining seats that the buyer may still have under it, zero or more
     */
    public record PolicyLimit(String policy, int limit, int remaining) {}

    /** Why. */
    public enum Reason {
        /** No such schedule, or it is no schedule for those who asked. */
        UNKNOWN_SCHEDULE,
        /** The sale has not begun. */
        SALE_NOT_OPEN,
        /** The promoter has paused the sale. */
        SALE_PAUSED,
        /** The sale is over. */
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
        /** The schedule has no such seats. */
        UNKNOWN_SEATS,
        /** The schedule has no such section. */
        UNKNOWN_SECTION,
        /** The schedule has no such grade. */
        UNKNOWN_GRADE,
        /** The promoter keeps these seats back. */
        SEATS_BLOCKED,
        /** The promoter does not keep these seats back, so they cannot be given away. */
        SEATS_NOT_BLOCKED,
        /** Somebody holds or has bought these seats. */
        SEATS_TAKEN,
        /** So many are free, but not together. */
        NOT_TOGETHER,
        /** So many of what was wished for are not free. */
        NOT_ENOUGH_SEATS,
        /** The command came after the hold's time had run out. */
        EXPIRED,
        /** The booking's hold was undone before this command came. */
        RELEASED
    }
}
