package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.Cancellation;
import boxoffice.kernel.BookingId;
import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a saga costs, as numbers that must not grow unseen: history events and state transitions as
 * Temporal counts them, statements as the database server does, over all four databases.
 *
 * <p>The same shape with activities that do nothing (three side by side, answered by one update; a
 * second update pays: charge, sell, then two side by side; a timer) was measured at 46 events and
 * 26 transitions: seven activities (21 events), two updates (4), start and end (2), the timer (1)
 * and six workflow tasks (18). A confirmed booking has three upserts of search attributes beyond
 * it, so that it is found as AWAITING_PAYMENT, PAYING and CONFIRMED: 49 events, and no transition,
 * for they ride on workflow tasks that are there anyway. What else is above is timing: of the three
 * that reserve and the two that settle, each that does not end in the same moment as its neighbour
 * brings a workflow task of its own, three events, and transitions with it; three such at most, so
 * 58. A declined attempt adds an update (2), a charge (3), two upserts and two workflow tasks (6):
 * 71. An expired one has six activities (18), one update (2), start and end (2), the timer started
 * and fired (2), two upserts and at most eight workflow tasks (24): 50.
 *
 * <p>A card is row, provider, row: three transactions of ten statements where points alone are one
 * of four, and the provider's webhook is three more statements. It costs no event: all of it is one
 * activity. A cancellation is a workflow of four activities in a row (12 events), start and end
 * (2), five workflow tasks (15) and one upsert: 30.
 */
class CostIT {

    private static final int ROUNDS = 4;
    private static final long POINTS = 1_000_000;

    private record Cost(long events, long transitions, long statements, long commits) {}

    /** One way for a booking to go: returns its workflow's id, without what all begin with. */
    private interface Way {
        String go(Buyer buyer, String key);

        /** What has to be before, and is not counted. */
        default void prepare(Buyer buyer, String key) {}
    }

    @BeforeAll
    static void warmUp() {
        House.assumeRealTemporal();
        var buyer = Buyer.withPoints(100_000_000);
        for (var i = 0; i < 5; i++) {
            confirmed(buyer, "warm-" + i);
        }
        Books.balanceWhenAllHasEnded();
    }

    @Test
    void costsNoMoreThanItsShapeNeeds() {
        var table =
                new StringBuilder("[cost] booking, rounds of " + ROUNDS + ": lowest..highest\n");
        var confirmed = measure("confirmed", POINTS, CostIT::confirmed, table);
        var paidLater = measure("declined, then paid", 0, CostIT::declinedThenPaid, table);
        var expired = measure("expired", POINTS, CostIT::expired, table);
        var byCard = measure("by points and card", POINTS, CostIT::paidByCard, table);
        var canceled = measure("canceled", POINTS, new Canceled(), table);
        System.out.println(table);
        assertWithin(confirmed, new Cost(58, 32, 13, 7));
        assertWithin(paidLater, new Cost(71, 37, 19, 8));
        assertWithin(expired, new Cost(50, 30, 10, 6));
        assertWithin(byCard, new Cost(58, 33, 22, 12));
        assertWithin(canceled, new Cost(30, 20, 28, 8));
        Books.balanceWhenAllHasEnded();
    }

    private static void assertWithin(List<Cost> measured, Cost bound) {
        // The two dearest rounds are left out: the server counts for everybody, and a sweep that
        // looks each ten seconds (the promoter's blocks) falls into two of them at most.
        assertThat(bySize(measured, Cost::events)).isLessThanOrEqualTo(bound.events());
        assertThat(bySize(measured, Cost::transitions)).isLessThanOrEqualTo(bound.transitions());
        assertThat(bySize(measured, Cost::statements)).isLessThanOrEqualTo(bound.statements());
        assertThat(bySize(measured, Cost::commits)).isLessThanOrEqualTo(bound.commits());
    }

    private static long bySize(List<Cost> measured, ToLongFunction<Cost> part) {
        return measured.stream()
                .mapToLong(part)
                .sorted()
                .skip(ROUNDS - 3L)
                .findFirst()
                .orElseThrow();
    }

    private static List<Cost> measure(String name, long points, Way way, StringBuilder table) {
        var costs = new ArrayList<Cost>();
        for (var round = 0; round < ROUNDS; round++) {
            var buyer = Buyer.withPoints(points);
            var key = name.replaceAll("\\W+", "-");
            way.prepare(buyer, key);
            var before = statements();
            var booking = way.go(buyer, key);
            Wait.until(
                    Duration.ofSeconds(30),
                    () -> assertThat(Workflows.isRunning(booking)).isFalse());
            var after = statements();
            // Points given on the way are two statements that are not the saga's.
            costs.add(costOf(booking, before, after, points == 0 ? 2 : 0));
        }
        table.append(
                "[cost] %-20s events %s  transitions %s  statements %s  commits %s%n"
                        .formatted(
                                name,
                                range(costs, Cost::events),
                                range(costs, Cost::transitions),
                                range(costs, Cost::statements),
                                range(costs, Cost::commits)));
        return costs;
    }

    private static Cost costOf(
            String booking, Map<String, Long> before, Map<String, Long> after, long notTheSagas) {
        var info = Workflows.describe(booking).path("workflowExecutionInfo");
        var grown = new TreeMap<String, Long>();
        after.forEach((name, count) -> grown.put(name, count - before.getOrDefault(name, 0L)));
        var commits = grown.getOrDefault("Com_commit", 0L);
        var all = grown.values().stream().mapToLong(Long::longValue).sum();
        return new Cost(
                info.path("historyLength").asLong(),
                info.path("stateTransitionCount").asLong(),
                all - commits - notTheSagas,
                commits);
    }

    private static String range(List<Cost> costs, ToLongFunction<Cost> part) {
        var sorted =
                costs.stream().map(part::applyAsLong).sorted(Comparator.naturalOrder()).toList();
        return sorted.getFirst() + ".." + sorted.getLast();
    }

    /** Counted by the server since its start; asking for them counts as none of these. */
    private static Map<String, Long> statements() {
        var counts = new TreeMap<String, Long>();
        for (var row :
                Sql.rows(
                        Service.CONCERT,
                        """
                        show global status where variable_name in ('Com_select', 'Com_insert',
                            'Com_update', 'Com_update_multi', 'Com_delete', 'Com_commit')
                        """)) {
            counts.put(row.get(0), Long.valueOf(row.get(1)));
        }
        return counts;
    }

    private static String confirmed(Buyer buyer, String key) {
        var booking = held(buyer, key, Seats.ARENA, Seats.inTheArena(1));
        buyer.payPatiently(booking, "pay").expect(200);
        return booking;
    }

    private static String paidByCard(Buyer buyer, String key) {
        var booking = held(buyer, key, Seats.ARENA, Seats.inTheArena(1));
        var body =
                """
                {"method": "POINTS_AND_CARD", "paymentMethodId": "pm_card_visa",
                 "points": {"amount": 9000, "currency": "KRW"}}
                """;
        buyer.payPatiently(booking, "pay", body).expect(200);
        return booking;
    }

    /** A sale by points and card that is given back as a whole. */
    private static final class Canceled implements Way {

        @Override
        public void prepare(Buyer buyer, String key) {
            var booking = paidByCard(buyer, key);
            Wait.until(
                    Duration.ofSeconds(30),
                    () -> assertThat(Workflows.isRunning(booking)).isFalse());
        }

        @Override
        public String go(Buyer buyer, String key) {
            var booking = buyer.idOf(key);
            buyer.cancelPatiently(booking, "cancel").expect(200);
            var id = BookingId.of(booking);
            var cancellation = Cancellation.cancellationId(id, "cancel");
            return Cancellation.workflowId(id, cancellation).substring("booking/".length());
        }
    }

    private static String declinedThenPaid(Buyer buyer, String key) {
        var booking = held(buyer, key, Seats.ARENA, Seats.inTheArena(1));
        buyer.payPatiently(booking, "poor").expectProblem(402, "payment-declined");
        buyer.give(POINTS);
        buyer.payPatiently(booking, "pay").expect(200);
        return booking;
    }

    private static String expired(Buyer buyer, String key) {
        return held(buyer, key, Seats.BLINK, Seats.heldForABlink(1));
    }

    private static String held(Buyer buyer, String key, String schedule, List<String> seats) {
        return buyer.bookPatiently(key, schedule, seats).expect(201).text("bookingId");
    }
}
