package boxoffice.booking.saga;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoney;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.Differences;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The money of each booking, in the books of payments and in those of orders: they are read by page
 * in the order of their ids, side by side, so that what stands in one alone is seen, too.
 *
 * <p>Two services cannot be read at one moment. So what seems wrong is looked at again, and only
 * what is wrong at every look, of a booking whose workflow is over, is a violation: money of a
 * booking that is open is accounted for by its saga.
 */
final class MoneyAudit implements AuditRun.Part {

    private static final String NAME = "MONEY";
    private static final int PAGE = 50;
    private static final int LOOKS_AGAIN = 3;

    /** One booking in both books; at least one of them has it. */
    private record Sides(@Nullable BookingMoney payment, @Nullable BookingMoney order) {

        BookingId bookingId() {
            return Objects.requireNonNull(payment == null ? order : payment).bookingId();
        }

        List<String> differences() {
            var found = new Differences();
            Stream.of(payment, order)
                    .filter(Objects::nonNull)
                    .forEach(side -> found.addAll(side.differences()));
            if (payment == null) {
                if (!isGiven()) {
                    found.add("a confirmed order without a payment");
                }
            } else if (payment.settled()) {
                compare(payment, found);
            }
            return found.found();
        }

        /** Where the seats were given away, nothing is kept, and nothing was ever paid. */
        private boolean isGiven() {
            return order != null && order.kept().amount() == 0 && order.fees().amount() == 0;
        }

        private void compare(BookingMoney paid, Differences found) {
            if (order == null) {
                found.unlessSame("kept by the payment", paid.kept().amount(), "by no order", 0);
            } else if (order.settled()) {
                if (!paid.kept().currency().equals(order.kept().currency())) {
                    found.add("paid as %s, ordered as %s".formatted(paid.kept(), order.kept()));
                }
                found.unlessSame(
                                "kept by the payment",
                                paid.kept().amount(),
                                "by the order",
                                order.kept().amount())
                        .unlessSame(
                                "fees by the payment",
                                paid.fees().amount(),
                                "by the order",
                                order.fees().amount());
            }
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable String lookAt(@Nullable String after, Findings findings) {
        var query = new BookingsQuery(after == null ? null : BookingId.of(after), PAGE);
        var payments = Services.paymentAudit("Read payments").money(query).bookings();
        var orders = Services.order(Pace.SLOW, "Read confirmed orders").money(query).bookings();
        var end =
                Stream.of(lastOfFull(payments), lastOfFull(orders))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
        var sides =
                sides(payments, orders).stream()
                        .filter(side ->
                                end.isEmpty()
                                        || side.bookingId().toString().compareTo(end.get()) <= 0)
                        .toList();
        findings.seen(sides.size());
        judge(sides, findings);
        return end.orElse(null);
    }

    /** Of a page that is not full there is nothing more; past a full one there may be. */
    private static Optional<String> lastOfFull(List<BookingMoney> page) {
        return page.size() < PAGE
                ? Optional.empty()
                : Optional.of(page.getLast().bookingId().toString());
    }

    private static List<Sides> sides(List<BookingMoney> payments, List<BookingMoney> orders) {
        var paid = byBooking(payments);
        var ordered = byBooking(orders);
        var all = new TreeSet<>(paid.keySet());
        all.addAll(ordered.keySet());
        return all.stream().map(id -> new Sides(paid.get(id), ordered.get(id))).toList();
    }

    private static Map<String, BookingMoney> byBooking(List<BookingMoney> books) {
        var map = new TreeMap<String, BookingMoney>();
        books.forEach(money -> map.put(money.bookingId().toString(), money));
        return map;
    }

    private static void judge(List<Sides> sides, Findings findings) {
        var wrong = Services.withoutOpenWorkflow(Pace.SLOW, idsOf(wrongOf(sides)));
        List<Sides> seen = List.of();
        for (var look = 0; look < LOOKS_AGAIN && !wrong.isEmpty(); look++) {
            seen =
                    wrongOf(
                            sides(
                                    Services.paymentAudit("Look again").moneyOf(wrong).bookings(),
                                    Services.order(Pace.SLOW, "Look again")
                                            .moneyOf(wrong)
                                            .bookings()));
            wrong = idsOf(seen);
        }
        for (var side : seen) {
            findings.violation(NAME, side.bookingId(), String.join("; ", side.differences()));
        }
    }

    private static List<Sides> wrongOf(List<Sides> sides) {
        return sides.stream().filter(side -> !side.differences().isEmpty()).toList();
    }

    private static List<BookingId> idsOf(List<Sides> sides) {
        return sides.stream().map(Sides::bookingId).toList();
    }
}
