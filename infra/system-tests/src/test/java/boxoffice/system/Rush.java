package boxoffice.system;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many buyers come at once to a date behind a waiting room. Each waits for its turn as it is told
 * to, books the best two seats, pays and is done, or is told that nothing is left and goes.
 */
record Rush(String schedule, List<Buyer> buyers) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** How it ended for a buyer. */
    enum End {
        BOUGHT,
        SOLD_OUT
    }

    /** Buyers with points enough, put into the database at once. */
    static Rush to(String schedule, int count) {
        var buyers = new ArrayList<Buyer>();
        var first = COUNT.getAndAdd(count);
        for (var n = first; n < first + count; n++) {
            buyers.add(Buyer.called("rush-" + n));
        }
        // A server recurses no deeper than a thousand.
        for (var n = first; n < first + count; n += 500) {
            points(n, Math.min(500, first + count - n));
        }
        return new Rush(schedule, buyers);
    }

    private static void points(int first, int count) {
        var numbers =
                """
                with recursive n (n) as (
                    select %d union all select n + 1 from n where n < %d)
                """
                        .formatted(first, first + count - 1);
        Sql.update(
                Service.PAYMENT,
                """
                insert into wallets (buyer_id, balance, currency, created_at, updated_at)
                %s select concat('rush-', n), 500000, 'KRW', utc_timestamp(6), utc_timestamp(6)
                from n
                """
                        .formatted(numbers));
        for (var account : List.of("'top-ups', -500000", "concat('wallet:rush-', n), 500000")) {
            Sql.update(
                    Service.PAYMENT,
                    """
                    insert into ledger_entries
                        (idempotency_key, account, amount, currency, cause, created_at)
                    %s select concat('top-up/rush-', n), %s, 'KRW', 'TOP_UP', utc_timestamp(6)
                    from n
                    """
                            .formatted(numbers, account));
        }
    }

    /** How it ended for each, in their order. */
    List<End> run() {
        return AtOnce.run(buyers.stream().map(buyer -> (Callable<End>) () -> buy(buyer)).toList());
    }

    private End buy(Buyer buyer) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var round = 0; System.nanoTime() < end; round++) {
            var entry = Rooms.join(buyer, schedule).text("entryId");
            var seen = waited(buyer, entry, end);
            if (seen.body().path("soldOut").asBoolean()) {
                Rooms.leave(buyer, schedule, entry).expect(204);
                return End.SOLD_OUT;
            }
            if (!seen.text("pass").isEmpty()) {
                var bought = bought(buyer, "round-" + round, seen.text("pass"));
                if (bought) {
                    return End.BOUGHT;
                }
                Rooms.leave(buyer, schedule, entry);
            }
        }
        throw new AssertionError(buyer.name() + " is still waiting");
    }

    /** Looks as often as it is told to, until there is something else to do. */
    private Answer waited(Buyer buyer, String entry, long end) {
        while (true) {
            var seen = Rooms.look(buyer, schedule, entry).expect(200);
            if (!seen.text("state").equals("WAITING")
                    || seen.body().path("soldOut").asBoolean()
                    || System.nanoTime() > end) {
                return seen;
            }
            Wait.pause(Duration.ofSeconds(Long.parseLong(seen.header("Retry-After"))));
        }
    }

    /** False where nothing is to be had at this moment, or a crash was in the way. */
    private boolean bought(Buyer buyer, String key, String pass) {
        var body =
                "{\"scheduleId\": \"%s\", \"best\": {\"quantity\": 2, \"apart\": true}}"
                        .formatted(schedule);
        var held = Rooms.book(buyer, key, body, pass);
        if (held.status() != 201) {
            var refused =
                    List.of(
                            "not-enough-seats",
                            "seats-taken",
                            "reservation-failed",
                            "pass-expired",
                            "pass-in-use",
                            "pass-used",
                            "pass-required");
            if (!refused.contains(held.code())) {
                throw new AssertionError(buyer.name() + " is told " + held.body());
            }
            return false;
        }
        return buyer.payPatiently(held.text("bookingId"), key).status() == 200;
    }
}
