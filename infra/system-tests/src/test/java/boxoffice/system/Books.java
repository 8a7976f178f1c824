package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The promises, checked over all four databases and Temporal. */
final class Books {
    private Books() {}

    private static final String OPEN = "WorkflowType = 'Booking' and ExecutionStatus = 'Running'";

    /** What is in flight may need a moment, and so may Temporal's list; a breach never heals. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** P1, P2, P4, P5 and the rules, once no booking's workflow is open any more. */
    static void balanceWhenAllHasEnded() {
        Wait.until(
                LIMIT,
                () ->
                        assertThat(Workflows.find(OPEN))
                                .as("bookings that have not ended")
                                .isEmpty());
        balance();
    }

    /** P1, P2, P4, P5 and the rules of the sale, whatever else is going on. */
    static void balance() {
        House.assumeRealTemporal();
        noSeatIsSoldTwice();
        walletsAreTheSumOfTheirEntries();
        noBookingIsCapturedTwice();
        SaleRules.areKept();
        Wait.until(LIMIT, Books::nothingIsOpenWithoutAWorkflow);
        Wait.until(LIMIT, Books::moneyIsThatOfConfirmedOrders);
        Wait.until(LIMIT, Books::cardsAreAsTheProviderSays);
        assertThat(Workflows.auditedViolations()).as("violations in the audit's eyes").isEmpty();
    }

    /** P1. */
    private static void noSeatIsSoldTwice() {
        none(
                Service.CONCERT,
                "seats whose owner's hold is not in the seat's state",
                """
                select s.schedule_id, s.seat_no, s.state, h.state from seats s
                join seat_holds h on h.booking_id = s.booking_id
                where h.state <> s.state or h.schedule_id <> s.schedule_id
                """);
        none(
                Service.CONCERT,
                "live holds that do not own as many seats as they hold",
                """
                select h.booking_id, h.state, h.seat_count, count(s.seat_no)
                from seat_holds h left join seats s on s.booking_id = h.booking_id
                group by h.booking_id, h.state, h.seat_count
                having count(s.seat_no) <> if(h.state = 'RELEASED', 0, h.seat_count)
                """);
        var sales = new TreeMap<String, List<String>>();
        for (var line :
                Sql.rows(
                        Service.ORDER,
                        """
                        select concat(o.schedule_id, ' ', l.seat_no), o.booking_id
                        from order_lines l join orders o on o.booking_id = l.order_id
                        where o.state = 'CONFIRMED' and l.state = 'CONFIRMED'
                        """)) {
            sales.computeIfAbsent(line.get(0), seat -> new ArrayList<>()).add(line.get(1));
        }
        var owners = new TreeMap<String, List<String>>();
        for (var seat :
                Sql.rows(
                        Service.CONCERT,
                        """
                        select concat(schedule_id, ' ', seat_no), booking_id
                        from seats where state = 'SOLD'
                        """)) {
            owners.put(seat.get(0), List.of(seat.get(1)));
        }
        sales.forEach((seat, orders) ->
                assertThat(orders).as("orders of the seat %s", seat).isEqualTo(owners.get(seat)));
    }

    /** The first half of P2. */
    private static void walletsAreTheSumOfTheirEntries() {
        none(
                Service.PAYMENT,
                "wallets that are not the sum of their entries",
                """
                select w.buyer_id, w.balance from wallets w
                where w.balance < 0 or w.balance <> (
                    select coalesce(sum(l.amount), 0) from ledger_entries l
                    where l.account = concat('wallet:', w.buyer_id))
                """);
        none(
                Service.PAYMENT,
                "transfers that do not add up to nothing",
                """
                select idempotency_key, sum(amount) from ledger_entries
                group by idempotency_key having count(*) <> 2 or sum(amount) <> 0
                """);
    }

    /** The second half of P5. */
    private static void noBookingIsCapturedTwice() {
        none(
                Service.PAYMENT,
                "bookings with more than one captured charge",
                """
                select booking_id, count(distinct attempt) from payment_attempts
                where state = 'CHARGED' group by booking_id having count(distinct attempt) > 1
                """);
        none(
                Service.PAYMENT,
                "payments whose ledger says another sum than they do",
                """
                select p.booking_id, p.state, p.captured, p.refunded from payments p
                where p.captured - p.refunded - p.charged_back <> (
                    select coalesce(-sum(l.amount), 0) from ledger_entries l
                    where l.booking_id = p.booking_id
                      and l.account in (concat('wallet:', p.buyer_id), 'cards', 'outside'))
                """);
    }

    /** P2 and P5 once more, in the provider's eyes. */
    private static void cardsAreAsTheProviderSays() {
        var ours = new TreeMap<String, Long>();
        sums(
                        Service.PAYMENT,
                        """
                        select coalesce(concat('booking/', booking_id), max(idempotency_key)),
                            -sum(amount) as kept
                        from ledger_entries where account = 'cards'
                        group by booking_id, if(booking_id is null, idempotency_key, '')
                        having kept <> 0
                        """)
                .forEach((payment, kept) -> ours.put(payment, Long.valueOf(kept)));
        assertThat(ours).as("what cards paid, by payment").isEqualTo(Provider.kept());
    }

    /** P4: what is open has an open workflow, and what closed agrees with all four databases. */
    private static void nothingIsOpenWithoutAWorkflow() {
        var seen = Workflows.all();
        var wrong = new ArrayList<String>();
        allRows()
                .forEach((booking, rows) -> {
                    var workflow = seen.get(booking);
                    if (workflow == null) {
                        wrong.add(booking + " has rows and no workflow: " + rows);
                    } else if (!workflow.running() && !agrees(workflow.status(), rows)) {
                        wrong.add(booking + " closed as " + workflow.status() + " over " + rows);
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private static boolean agrees(String status, Rows rows) {
        return switch (status) {
            case "CONFIRMED" -> rows.isConfirmed();
            case "CANCELED" -> rows.isUndone();
            default -> false;
        };
    }

    /**
     * The rest of P2: open sagas aside, money taken is that of confirmed orders less what their
     * cancellations gave back, by buyer.
     */
    private static void moneyIsThatOfConfirmedOrders() {
        var open =
                Workflows.all().entrySet().stream()
                        .filter(booking -> booking.getValue().running())
                        .map(Map.Entry::getKey)
                        .toList();
        var taken =
                sums(
                        Service.PAYMENT,
                        """
                        select concat(booking_id, ' ', buyer_id), captured - refunded
                        from payments where captured <> refunded
                        """);
        var sold =
                sums(
                        Service.ORDER,
                        """
                        select concat(o.booking_id, ' ', o.buyer_id), o.total - coalesce((
                            select sum(c.refund) from cancellations c
                            where c.booking_id = o.booking_id), 0) as kept
                        from orders o where o.state = 'CONFIRMED'
                        having kept <> 0
                        """);
        Stream.of(taken, sold)
                .forEach(
                        sums -> sums.keySet().removeIf(key -> open.contains(key.split(" ", 2)[0])));
        assertThat(taken).as("money taken, by booking and buyer").isEqualTo(sold);
    }

    private static Map<String, String> sums(Service owner, String query) {
        var sums = new TreeMap<String, String>();
        Sql.rows(owner, query).forEach(row -> sums.put(row.get(0), row.get(1)));
        return sums;
    }

    private static Map<String, Rows> allRows() {
        var holds = states(Service.CONCERT, "seat_holds");
        var orders = states(Service.ORDER, "orders");
        var passes = states(Service.QUEUE, "pass_uses");
        var payments = states(Service.PAYMENT, "payments");
        var all = new TreeMap<String, Rows>();
        Stream.of(holds, orders, passes, payments)
                .flatMap(states -> states.keySet().stream())
                .distinct()
                .forEach(booking ->
                        all.put(
                                booking,
                                new Rows(
                                        holds.getOrDefault(booking, "none"),
                                        orders.getOrDefault(booking, "none"),
                                        passes.getOrDefault(booking, "none"),
                                        payments.getOrDefault(booking, "none"))));
        return all;
    }

    private static Map<String, String> states(Service owner, String table) {
        return sums(owner, "select booking_id, state from " + table);
    }

    static void none(Service owner, String what, String query) {
        assertThat(Sql.rows(owner, query)).as(what).isEmpty();
    }
}
