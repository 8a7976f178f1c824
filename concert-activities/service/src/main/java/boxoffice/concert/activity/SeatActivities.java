package boxoffice.concert.activity;

import boxoffice.concert.contract.AlreadySold;
import boxoffice.concert.contract.CancelSchedule;
import boxoffice.concert.contract.CancelScheduleOutcome;
import boxoffice.concert.contract.ConcertActivities;
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
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.concert.contract.SellOutcome;
import boxoffice.concert.contract.SellRefused;
import boxoffice.concert.contract.SellSeats;
import boxoffice.concert.contract.SoldReleased;
import boxoffice.concert.domain.Hold;
import boxoffice.concert.domain.LiveHold;
import boxoffice.concert.domain.ReleaseSoldResult;
import boxoffice.concert.domain.SaleFacts;
import boxoffice.concert.domain.SellResult;
import boxoffice.concert.store.CanceledSchedules;
import boxoffice.concert.store.SeatHolds;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import boxoffice.persistence.OpenRows;
import org.springframework.stereotype.Component;

@Component
class SeatActivities implements ConcertActivities {

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
        return switch (holds.hold(HoldCommands.request(command))) {
            case Hold.Held(var facts) -> seatsHeld(facts);
            case Hold.Sold(var facts) -> new AlreadySold(seatsHeld(facts));
            case Hold.Released(var why) -> Refusals.seatsRefused(why);
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
        var seats = HoldCommands.seatNos(command.seatNos());
        return switch (holds.sell(command.bookingId(), command.scheduleId(), seats)) {
            case SellResult.Sold() -> new SeatsSold();
            case SellResult.Refused(var why) -> new SellRefused(why);
        };
    }

    @Override
    public ReleaseSoldOutcome releaseSold(ReleaseSold command) {
        var seats = HoldCommands.seatNos(command.seatNos());
        return switch (holds.releaseSold(command.bookingId(), command.scheduleId(), seats)) {
            case ReleaseSoldResult.Released() -> new SoldReleased();
            case ReleaseSoldResult.NothingSold(var why) -> new NothingSold(why);
        };
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
            throw HoldCommands.malformed("a page of " + query.limit() + " bookings");
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
