package boxoffice.concert.contract;

import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Seats of one schedule, held, sold and released for one booking. Every method is one local
 * transaction that starts from the booking's row in {@code seat_holds}; its idempotency key is the
 * booking id. An attempt whose answer was lost may be sent again at any time, also after the undo.
 *
 * <p>A command that can never succeed fails with an application failure of type {@link
 * ConcertFailure}, not to be retried; everything else that is thrown is a passing fault.
 */
@ActivityInterface(namePrefix = "concert.")
public interface ConcertActivities {

    /** The task queue that the concert service polls. */
    String TASK_QUEUE = "concert";

    /**
     * Holds all the seats, or none; the best that there are, where no certain ones are asked for,
     * and never more or fewer. Again: the same answer. After {@link #releaseSeats}: refused with
     * {@link SeatsRefused.Reason#RELEASED}, whatever is free. After the seats were sold: {@link
     * AlreadySold}.
     */
    @ActivityMethod
    HoldOutcome holdSeats(HoldSeats command);

    /**
     * Undoes {@link #holdSeats}. Again: no effect. Before the hold: leaves a tombstone that a late
     * hold meets. Legal only from HELD: sold seats stay sold, {@link AlreadySold} says so.
     */
    @ActivityMethod
    ReleaseOutcome releaseSeats(ReleaseSeats command);

    /**
     * Sells the seats that this booking holds; the step that decides. Again: the same answer. Seats
     * that are not held by this booking: {@link SellRefused}, nothing is changed.
     */
    @ActivityMethod
    SellOutcome sellSeats(SellSeats command);

    /**
     * Takes seats out of the booking's sale, for a cancellation; others may have them from then on.
     * By seat, booking and SOLD: again: no effect, whoever has the seats by then. The booking's row
     * stays SOLD while some of its seats remain, and is RELEASED with the last. A booking that has
     * bought nothing: {@link NothingSold}, nothing is changed.
     */
    @ActivityMethod
    ReleaseSoldOutcome releaseSold(ReleaseSold command);

    /**
     * Stops the sale of a schedule for good: from then on {@link #holdSeats} is refused with {@link
     * SeatsRefused.Reason#SCHEDULE_CANCELED}, and the schedule's live bookings only become fewer.
     * Seats that are held may still be sold, for a charge in flight counts. The idempotency key is
     * the schedule; again: the same answer, with the first time. Unknown or another promoter's:
     * {@link ScheduleUnknown}, nothing is changed.
     */
    @ActivityMethod
    CancelScheduleOutcome cancelSchedule(CancelSchedule command);

    /** Lists the bookings that hold or have bought seats of a schedule. Changes nothing. */
    @ActivityMethod
    LiveBookings bookingsOf(LiveBookingsQuery query);

    /** Lists, for the audit, the bookings whose hold is open: HELD. Changes nothing. */
    @ActivityMethod
    OpenBookings openBookings(BookingsQuery query);
}
