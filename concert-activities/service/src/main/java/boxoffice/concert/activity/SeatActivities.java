package boxoffice.concert.activity;

import boxoffice.concert.contract.AlreadySold;
import boxoffice.concert.contract.CancelSchedule;
import boxoffice.concert.contract.CancelScheduleOutcome;
import boxoffice.concert.contract.ConcertActivities;
import boxoffice.concert.contract.ConcertFailure;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.LiveBookings;
import boxoffice.concert.contract.LiveBookingsQuery;
import boxoffice.concert.contract.NothingSold;
import boxoffice.concert.contract.ReleaseOutcome;
import boxoffice.concert.contract.ReleaseSeats;
import boxoffice.concert.contract.ReleaseSold;
import boxoffice.concert.contract.ReleaseSoldOutcome;
import boxoffice.concert.contract.ScheduleCanceled;
import boxoffice.concert.contract.ScheduleUnknown;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.concert.contract.SellOutcome;
import boxoffice.concert.contract.SellRefused;
import boxoffice.concert.contract.SellSeats;
import boxoffice.concert.contract.SoldReleased;
import boxoffice.concert.domain.Hold;
import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.LiveHold;
import boxoffice.concert.domain.Refusal;
import boxoffice.concert.domain.ReleaseSoldResult;
import boxoffice.concert.domain.SaleFacts;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.SellResult;
import boxoffice.concert.store.CanceledSchedules;
import boxoffice.concert.store.SeatHolds;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import boxoffice.persistence.OpenRows;
import boxoffice.temporal.Failures;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
class SeatActivities implements ConcertActivities {

    private static final Pattern SEAT_NO = Pattern.compile(HoldSeats.SEAT_NO_FORM);

    private final SeatHolds holds;
    private final OpenRows open;
    private final CanceledSchedules canceled;

    SeatActivities(SeatHolds holds, OpenRows open, CanceledSchedules canceled) {
        this.holds = holds;
        this.open = open;
        this.canceled = canceled;
    }

    @Override
    public HoldOutcome holdSeats(HoldSeats command) {
        var request =
                new HoldRequest(
                        command.bookingId(),
                        command.buyerId(),
                        command.scheduleId(),
                        seatNos(command.seatNos()),
                        command.startedAt());
        return switch (holds.hold(request)) {
            case Hold.Held(var facts) -> seatsHeld(facts);
            case Hold.Sold(var facts) -> new AlreadySold(seatsHeld(facts));
            case Hold.Released(var why) -> seatsRefused(why);
        };
    }

    @Override
    public ReleaseOutcome releaseSeats(ReleaseSeats command) {
        return holds.release(command.bookingId(), command.buyerId(), command.scheduleId())
                .<ReleaseOutcome>map(sale -> new AlreadySold(seatsHeld(sale)))
                .orElseGet(SeatsReleased::new);
    }

    @Override
    public SellOutcome sellSeats(SellSeats command) {
        var seats = seatNos(command.seatNos());
        return switch (holds.sell(command.bookingId(), command.scheduleId(), seats)) {
            case SellResult.Sold() -> new SeatsSold();
            case SellResult.Refused(var why) -> new SellRefused(why);
        };
    }

    @Override
    public ReleaseSoldOutcome releaseSold(ReleaseSold command) {
        var seats = seatNos(command.seatNos());
        return switch (holds.releaseSold(command.bookingId(), command.scheduleId(), seats)) {
            case ReleaseSoldResult.Released() -> new SoldReleased();
            case ReleaseSoldResult.NothingSold(var why) -> new NothingSold(why);
        };
    }

    /** The contract's rules for a list of seats; breaking them leaves no row. */
    private static SeatNos seatNos(List<String> values) {
        if (values.size() > HoldSeats.SEATS_MAX) {
            throw malformed(values.size() + " seats; a booking has " + HoldSeats.SEATS_MAX);
        }
        for (var value : values) {
            if (!SEAT_NO.matcher(value).matches()) {
                throw malformed("not a seat number: " + value);
            }
        }
        try {
            return SeatNos.of(values);
        } catch (IllegalArgumentException e) {
            throw malformed("not a list of seats: " + e.getMessage());
        }
    }

    private static RuntimeException malformed(String message) {
        return Failures.never(ConcertFailure.MALFORMED_COMMAND, message);
    }

    private static SeatsHeld seatsHeld(SaleFacts facts) {
        return new SeatsHeld(
                facts.concertId(),
                facts.concertTitle(),
                facts.promoterId(),
                facts.venueName(),
                facts.startsAt(),
                facts.seats().stream()
                        .map(seat -> new SeatsHeld.HeldSeat(seat.seatNo(), seat.price()))
                        .toList(),
                facts.total(),
                facts.heldUntil(),
                facts.feePolicy());
    }

    private static SeatsRefused seatsRefused(Refusal why) {
        return new SeatsRefused(reason(why.reason()), why.seatNos(), why.ownBooking());
    }

    private static SeatsRefused.Reason reason(Refusal.Reason reason) {
        return switch (reason) {
            case UNKNOWN_SCHEDULE -> SeatsRefused.Reason.UNKNOWN_SCHEDULE;
            case SALE_NOT_OPEN -> SeatsRefused.Reason.SALE_NOT_OPEN;
            case SALE_CLOSED -> SeatsRefused.Reason.SALE_CLOSED;
            case SCHEDULE_CANCELED -> SeatsRefused.Reason.SCHEDULE_CANCELED;
            case UNKNOWN_SEATS -> SeatsRefused.Reason.UNKNOWN_SEATS;
            case SEATS_BLOCKED -> SeatsRefused.Reason.SEATS_BLOCKED;
            case SEATS_TAKEN -> SeatsRefused.Reason.SEATS_TAKEN;
            case EXPIRED -> SeatsRefused.Reason.EXPIRED;
            case RELEASED -> SeatsRefused.Reason.RELEASED;
        };
    }

    @Override
    public CancelScheduleOutcome cancelSchedule(CancelSchedule command) {
        return canceled.cancel(command.scheduleId(), command.promoterId())
                .<CancelScheduleOutcome>map(schedule ->
                        new ScheduleCanceled(schedule.promoterId(), schedule.canceledAt()))
                .orElseGet(ScheduleUnknown::new);
    }

    @Override
    public LiveBookings bookingsOf(LiveBookingsQuery query) {
        if (query.limit() < 1 || query.limit() > LiveBookingsQuery.LIMIT_MAX) {
            throw malformed("a page of " + query.limit() + " bookings");
        }
        return new LiveBookings(
                canceled.live(query.scheduleId(), query.after(), query.limit()).stream()
                        .map(SeatActivities::liveBooking)
                        .toList());
    }

    private static LiveBookings.LiveBooking liveBooking(LiveHold hold) {
        var state =
                switch (hold.state()) {
                    case HELD -> LiveBookings.State.HELD;
                    case SOLD -> LiveBookings.State.SOLD;
                    case RELEASED -> throw new IllegalArgumentException("released, not live");
                };
        return new LiveBookings.LiveBooking(hold.bookingId(), hold.buyerId(), state);
    }

    @Override
    public OpenBookings openBookings(BookingsQuery query) {
        return open.page(query);
    }
}
