package boxoffice.booking.saga;

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
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.concert.contract.SellOutcome;
import boxoffice.concert.contract.SellRefused;
import boxoffice.concert.contract.SellSeats;
import boxoffice.concert.contract.SoldReleased;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.OpenBookings;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The {@link Town}'s concert service: seats and holds in memory. */
final class TownConcert implements ConcertActivities {

    static final PromoterId PARK = new PromoterId("park");

    final Map<BookingId, String> holds = new ConcurrentHashMap<>();
    final Map<String, BookingId> seats = new ConcurrentHashMap<>();

    /** Whose booking it is, for those who ask who has seats. */
    private final Map<BookingId, BuyerId> buyers = new ConcurrentHashMap<>();

    private final Map<ScheduleId, Instant> canceled = new ConcurrentHashMap<>();
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
    public CancelScheduleOutcome cancelSchedule(CancelSchedule command) {
        return faults.around("cancelSchedule", () -> cancel(command));
    }

    private synchronized CancelScheduleOutcome cancel(CancelSchedule command) {
        var promoter = command.promoterId();
        if (!command.scheduleId().equals(Stage.SCHEDULE)
                || (promoter != null && !promoter.equals(PARK))) {
            return new ScheduleUnknown();
        }
        canceled.putIfAbsent(command.scheduleId(), Instant.parse("2026-12-01T03:00:00Z"));
        return new ScheduleCanceled(PARK, canceled.get(command.scheduleId()));
    }

    @Override
    public LiveBookings bookingsOf(LiveBookingsQuery query) {
        return faults.around("bookingsOf", () -> live(query));
    }

    private synchronized LiveBookings live(LiveBookingsQuery query) {
        var after = query.after() == null ? "" : query.after().toString();
        return new LiveBookings(
                holds.entrySet().stream()
                        .filter(row -> row.getValue().matches("HELD|SOLD"))
                        .map(row ->
                                new LiveBookings.LiveBooking(
                                        row.getKey(),
                                        buyers.getOrDefault(row.getKey(), Stage.MINA),
                                        LiveBookings.State.valueOf(row.getValue())))
                        .sorted(Comparator.comparing(live -> live.bookingId().toString()))
                        .filter(live -> live.bookingId().toString().compareTo(after) > 0)
                        .limit(query.limit())
                        .toList());
    }

    @Override
    public OpenBookings openBookings(BookingsQuery query) {
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
                return refused(SeatsRefused.Reason.RELEASED, command.seatNos(), null);
            }
            default -> {}
        }
        if (canceled.containsKey(command.scheduleId())) {
            holds.put(id, "RELEASED");
            return refused(SeatsRefused.Reason.SCHEDULE_CANCELED, List.of(), null);
        }
        if (seatNos(command).stream().anyMatch(seats::containsKey)) {
            holds.put(id, "RELEASED");
            return taken(command);
        }
        seatNos(command).forEach(seat -> seats.put(seat, id));
        buyers.put(id, command.buyerId());
        holds.put(id, "HELD");
        return facts;
    }

    /** The best seats here are always the same. */
    private static List<String> seatNos(HoldSeats command) {
        var best = command.best();
        return best == null
                ? command.seatNos()
                : IntStream.rangeClosed(1, best.quantity()).mapToObj(n -> "V-1-" + n).toList();
    }

    private static Money price(HoldSeats command) {
        return command.complimentary() == null ? Town.PRICE : Money.won(0);
    }

    private static SeatsRefused taken(HoldSeats command) {
        var best = command.best();
        return best == null
                ? refused(SeatsRefused.Reason.SEATS_TAKEN, command.seatNos(), null)
                : refused(
                        SeatsRefused.Reason.NOT_TOGETHER,
                        List.of(),
                        new SeatsRefused.PolicyLimit("BestAvailable", best.quantity(), 1));
    }

    private static SeatsRefused refused(
            SeatsRefused.Reason reason,
            List<String> seatNos,
            SeatsRefused.@Nullable PolicyLimit limit) {
        return new SeatsRefused(reason, seatNos, null, limit);
    }

    private static SeatsHeld facts(HoldSeats command) {
        var held =
                seatNos(command).stream()
                        .map(no -> new SeatsHeld.HeldSeat(no, price(command)))
                        .toList();
        return new SeatsHeld(
                new ConcertId("winter-serenade"),
                "Winter Serenade",
                PARK,
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
