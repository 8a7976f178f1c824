package boxoffice.booking.saga;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.Money;
import boxoffice.kernel.OpenBookings;
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
import java.util.Comparator;
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

    final Map<BookingId, String> passes = new ConcurrentHashMap<>();

    /** How the booking stands in all four, such as {@code SOLD CONFIRMED CHARGED FINISHED}. */
    String rows(BookingId id) {
        return String.join(
                " ",
                holds.getOrDefault(id, "none"),
                orders.getOrDefault(id, "none"),
                payments.getOrDefault(id, "none"),
                passes.getOrDefault(id, "none"));
    }

    final Faults faults = new Faults();
    final TownBooks books = new TownBooks();
    final TownConcert concert = new TownConcert(faults);
    final TownOrder order = new TownOrder(faults, books.orders);
    final Map<BookingId, String> orders = order.orders;
    final Map<BookingId, String> holds = concert.holds;
    final Map<String, BookingId> seats = concert.seats;
    final TownPayment payment = new TownPayment(faults);
    final Map<BookingId, String> payments = payment.payments;
    final AtomicLong points = payment.points;

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

                @Override
                public OpenBookings openBookings(BookingsQuery query) {
                    return open(passes, query, "TAKEN");
                }
            };

    static OpenBookings open(Map<BookingId, String> rows, BookingsQuery query, String state) {
        var after = query.after() == null ? "" : query.after().toString();
        return new OpenBookings(
                rows.entrySet().stream()
                        .filter(row -> row.getValue().equals(state))
                        .map(Map.Entry::getKey)
                        .sorted(Comparator.comparing(BookingId::toString))
                        .filter(id -> id.toString().compareTo(after) > 0)
                        .limit(query.limit())
                        .toList());
    }

    /** Moves a row to its next state unless it is in the one that bars it. */
    static boolean moved(Map<BookingId, String> rows, BookingId id, String barrier, String next) {
        return next.equals(
                rows.merge(id, next, (old, wished) -> old.equals(barrier) ? old : wished));
    }
}
