package boxoffice.concert.contract;

import boxoffice.kernel.BookingId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No seat is held for this booking, and none will be.
 *
 * @param seatNos the seats that the reason is about; empty where it is about the schedule
 * @param ownBooking the buyer's own live booking that holds one of them, where that is the reason
 */
public record SeatsRefused(Reason reason, List<String> seatNos, @Nullable BookingId ownBooking)
        implements HoldOutcome {

    public SeatsRefused {
        seatNos = List.copyOf(seatNos);
    }

    /** Why. */
    public enum Reason {
        /** No such schedule. */
        UNKNOWN_SCHEDULE,
        /** The sale has not begun. */
        SALE_NOT_OPEN,
        /** The sale is over. */
        SALE_CLOSED,
        /** The promoter has canceled the schedule. */
        SCHEDULE_CANCELED,
        /** The schedule has no such seats. */
        UNKNOWN_SEATS,
        /** The promoter keeps these seats back. */
        SEATS_BLOCKED,
        /** Somebody holds or has bought these seats. */
        SEATS_TAKEN,
        /** The command came after the hold's time had run out. */
        EXPIRED,
        /** The booking's hold was undone before this command came. */
        RELEASED
    }
}
