package boxoffice.booking.saga;

import boxoffice.concert.contract.AlreadySold;
import boxoffice.concert.contract.ConcertActivities;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.NothingSold;
import boxoffice.concert.contract.ReleaseOutcome;
import boxoffice.concert.contract.ReleaseSeats;
import boxoffice.concert.contract.ReleaseSold;
import boxoffice.concert.contract.ReleaseSoldOutcome;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.concert.contract.SellOutcome;
import boxoffice.concert.contract.SellRefused;
import boxoffice.concert.contract.SellSeats;
import boxoffice.concert.contract.SoldReleased;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.OpenBookings;
import boxoffice.kernel.OpenBookingsQuery;
import boxoffice.kernel.PromoterId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The {@link Town}'s concert service: seats and holds in memory. */
final class TownConcert implements ConcertActivities {

    final Map<BookingId, String> holds = new ConcurrentHashMap<>();
    final Map<String, BookingId> seats = new ConcurrentHashMap<>();
    private final Faults faults;

    TownConcert(Faults faults) {
        this.faults = faults;
    }

    @Override
    public HoldOutcome holdSeats(HoldSeats command) {
        return faults.around("holdSeats", () -> hold(command));
    }

    @Override
    public ReleaseOutcome releaseSeats(ReleaseSeats command) {
        return faults.around("releaseSeats", () -> release(command));
    }

    @Override
    public SellOutcome sellSeats(SellSeats command) {
        return faults.around("sellSeats", () -> sell(command));
    }

    @Override
    public ReleaseSoldOutcome releaseSold(ReleaseSold command) {
        return faults.around("releaseSold", () -> takeBack(command));
    }

    private synchronized ReleaseSoldOutcome takeBack(ReleaseSold command) {
        var id = command.bookingId();
        if (!"SOLD".equals(holds.get(id)) && !"TAKEN BACK".equals(holds.get(id))) {
            return new NothingSold("the booking never ended in a sale");
        }
        command.seatNos().forEach(no -> seats.remove(no, id));
        if (!seats.containsValue(id)) {
            holds.put(id, "TAKEN BACK");
        }
        return new SoldReleased();
    }

    @Override
    public OpenBookings openBookings(OpenBookingsQuery query) {
        return Town.open(holds, query, "HELD");
    }

    private synchronized HoldOutcome hold(HoldSeats command) {
        var id = command.bookingId();
        var facts = facts(command);
        switch (holds.getOrDefault(id, "none")) {
            case "HELD" -> {
                return facts;
            }
            case "SOLD" -> {
                return new AlreadySold(facts);
            }
            case "RELEASED" -> {
                return new SeatsRefused(SeatsRefused.Reason.RELEASED, command.seatNos(), null);
            }
            default -> {}
        }
        if (command.seatNos().stream().anyMatch(seats::containsKey)) {
            holds.put(id, "RELEASED");
            return new SeatsRefused(SeatsRefused.Reason.SEATS_TAKEN, command.seatNos(), null);
        }
        command.seatNos().forEach(seat -> seats.put(seat, id));
        holds.put(id, "HELD");
        return facts;
    }

    private static SeatsHeld facts(HoldSeats command) {
        var held =
                command.seatNos().stream()
                        .map(no -> new SeatsHeld.HeldSeat(no, Town.PRICE))
                        .toList();
        return new SeatsHeld(
                new ConcertId("winter-serenade"),
                "Winter Serenade",
                new PromoterId("park"),
                "Hangang Hall",
                Instant.parse("2026-12-24T10:00:00Z"),
                held,
                Money.total(held.stream().map(SeatsHeld.HeldSeat::price).toList()),
                command.startedAt().plus(Town.HOLD),
                new FeePolicy(
                        "standard",
                        1,
                        ZoneId.of("Asia/Seoul"),
                        List.of(new FeePolicy.Tier(1, null, 10, null))));
    }

    private synchronized ReleaseOutcome release(ReleaseSeats command) {
        var id = command.bookingId();
        if ("SOLD".equals(holds.get(id))) {
            return new AlreadySold(
                    facts(
                            new HoldSeats(
                                    id,
                                    command.buyerId(),
                                    command.scheduleId(),
                                    List.of("A-1-1"),
                                    Instant.EPOCH)));
        }
        seats.values().removeIf(id::equals);
        holds.put(id, "RELEASED");
        return new SeatsReleased();
    }

    private synchronized SellOutcome sell(SellSeats command) {
        return switch (holds.getOrDefault(command.bookingId(), "none")) {
            case "HELD" -> {
                holds.put(command.bookingId(), "SOLD");
                yield new SeatsSold();
            }
            case "SOLD" -> new SeatsSold();
            default -> new SellRefused("the booking holds no seats");
        };
    }
}
