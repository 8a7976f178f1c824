package boxoffice.booking.saga;

import boxoffice.concert.contract.AlreadySold;
import boxoffice.concert.contract.ConcertActivities;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.ReleaseOutcome;
import boxoffice.concert.contract.ReleaseSeats;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.concert.contract.SellOutcome;
import boxoffice.concert.contract.SellRefused;
import boxoffice.concert.contract.SellSeats;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.order.contract.AlreadyConfirmed;
import boxoffice.order.contract.CancelOrder;
import boxoffice.order.contract.CancelOutcome;
import boxoffice.order.contract.ConfirmOrder;
import boxoffice.order.contract.ConfirmOutcome;
import boxoffice.order.contract.ConfirmRefused;
import boxoffice.order.contract.OpenOrder;
import boxoffice.order.contract.OpenOutcome;
import boxoffice.order.contract.OpenRefused;
import boxoffice.order.contract.OrderActivities;
import boxoffice.order.contract.OrderCanceled;
import boxoffice.order.contract.OrderConfirmed;
import boxoffice.order.contract.OrderOpened;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.ChargeOutcome;
import boxoffice.payment.contract.ChargeRefused;
import boxoffice.payment.contract.Charged;
import boxoffice.payment.contract.Declined;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.payment.contract.Reverse;
import boxoffice.payment.contract.ReverseOutcome;
import boxoffice.queue.contract.AlreadyFinished;
import boxoffice.queue.contract.FinishOutcome;
import boxoffice.queue.contract.FinishPass;
import boxoffice.queue.contract.FinishRefused;
import boxoffice.queue.contract.GiveBackOutcome;
import boxoffice.queue.contract.GivePassBack;
import boxoffice.queue.contract.PassFinished;
import boxoffice.queue.contract.PassGivenBack;
import boxoffice.queue.contract.PassNotNeeded;
import boxoffice.queue.contract.PassRefused;
import boxoffice.queue.contract.QueueActivities;
import boxoffice.queue.contract.TakeOutcome;
import boxoffice.queue.contract.TakePass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The four services in memory, for tests of the saga alone: one row per booking each, forward only,
 * with tombstones, as the fences of the real ones are. The real ones have tests of their own.
 */
final class Town {

    static final Duration HOLD = Duration.ofMinutes(5);
    static final Money PRICE = Money.won(110_000);

    final Map<BookingId, String> holds = new ConcurrentHashMap<>();

    final Map<BookingId, String> orders = new ConcurrentHashMap<>();
    final Map<BookingId, String> payments = new ConcurrentHashMap<>();
    final Map<BookingId, String> passes = new ConcurrentHashMap<>();
    final Map<String, BookingId> seats = new ConcurrentHashMap<>();
    final AtomicLong points = new AtomicLong(1_000_000);
    final Faults faults = new Faults();

    /** How the booking stands in all four, such as {@code SOLD CONFIRMED CHARGED FINISHED}. */
    String rows(BookingId id) {
        return String.join(
                " ",
                holds.getOrDefault(id, "none"),
                orders.getOrDefault(id, "none"),
                payments.getOrDefault(id, "none"),
                passes.getOrDefault(id, "none"));
    }

    final ConcertActivities concert =
            new ConcertActivities() {
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
            };

    final OrderActivities order =
            new OrderActivities() {
                @Override
                public OpenOutcome openOrder(OpenOrder command) {
                    return faults.around(
                            "openOrder",
                            () ->
                                    switch (orders.merge(
                                            command.bookingId(), "PENDING", (old, next) -> old)) {
                                        case "CONFIRMED" -> new AlreadyConfirmed();
                                        case "CANCELED" -> new OpenRefused();
                                        default -> new OrderOpened();
                                    });
                }

                @Override
                public CancelOutcome cancelOrder(CancelOrder command) {
                    return faults.around(
                            "cancelOrder",
                            () ->
                                    moved(orders, command.bookingId(), "CONFIRMED", "CANCELED")
                                            ? new OrderCanceled()
                                            : new AlreadyConfirmed());
                }

                @Override
                public ConfirmOutcome confirmOrder(ConfirmOrder command) {
                    return faults.around(
                            "confirmOrder",
                            () ->
                                    moved(orders, command.bookingId(), "CANCELED", "CONFIRMED")
                                            ? new OrderConfirmed()
                                            : new ConfirmRefused("canceled"));
                }
            };

    final PaymentActivities payment =
            new PaymentActivities() {
                @Override
                public ChargeOutcome charge(Charge command) {
                    return faults.around("charge", () -> take(command));
                }

                @Override
                public ReverseOutcome reverse(Reverse command) {
                    return faults.around("reverse", () -> giveBack(command.bookingId()));
                }

                @Override
                public ReverseOutcome markRefunded(MarkRefunded command) {
                    return faults.around("markRefunded", () -> giveBack(command.bookingId()));
                }
            };

    final QueueActivities queue =
            new QueueActivities() {
                @Override
                public TakeOutcome takePass(TakePass command) {
                    return faults.around(
                            "takePass",
                            () ->
                                    switch (passes.merge(
                                            command.bookingId(), "TAKEN", (old, next) -> old)) {
                                        case "FINISHED" -> new AlreadyFinished();
                                        case "BACK" ->
                                                new PassRefused(PassRefused.Reason.GIVEN_BACK);
                                        default -> new PassNotNeeded();
                                    });
                }

                @Override
                public GiveBackOutcome givePassBack(GivePassBack command) {
                    return faults.around(
                            "givePassBack",
                            () ->
                                    moved(passes, command.bookingId(), "FINISHED", "BACK")
                                            ? new PassGivenBack()
                                            : new AlreadyFinished());
                }

                @Override
                public FinishOutcome finishPass(FinishPass command) {
                    return faults.around(
                            "finishPass",
                            () ->
                                    moved(passes, command.bookingId(), "BACK", "FINISHED")
                                            ? new PassFinished()
                                            : new FinishRefused("given back"));
                }
            };

    /** Moves a row to its next state unless it is in the one that bars it. */
    private static boolean moved(
            Map<BookingId, String> rows, BookingId id, String barrier, String next) {
        return next.equals(
                rows.merge(id, next, (old, wished) -> old.equals(barrier) ? old : wished));
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
        var held = command.seatNos().stream().map(no -> new SeatsHeld.HeldSeat(no, PRICE)).toList();
        return new SeatsHeld(
                new ConcertId("winter-serenade"),
                "Winter Serenade",
                "Hangang Hall",
                Instant.parse("2026-12-24T10:00:00Z"),
                held,
                Money.total(held.stream().map(SeatsHeld.HeldSeat::price).toList()),
                command.startedAt().plus(HOLD));
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

    private synchronized ChargeOutcome take(Charge command) {
        var id = command.bookingId();
        switch (payments.getOrDefault(id, "none")) {
            case "CHARGED" -> {
                return new Charged();
            }
            case "REVERSED" -> {
                return new ChargeRefused();
            }
            default -> {}
        }
        if (points.get() < command.amount().amount()) {
            payments.put(id, "OPEN");
            return new Declined(Declined.Reason.INSUFFICIENT_POINTS, true);
        }
        points.addAndGet(-command.amount().amount());
        payments.put(id, "CHARGED");
        return new Charged();
    }

    private synchronized ReverseOutcome giveBack(BookingId id) {
        var before = payments.put(id, "REVERSED");
        if (!"CHARGED".equals(before)) {
            return new PaymentReversed(null);
        }
        points.addAndGet(PRICE.amount());
        return new PaymentReversed(PRICE);
    }
}
