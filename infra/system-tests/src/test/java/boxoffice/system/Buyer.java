package boxoffice.system;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.local.system.Service;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Somebody with a token, and what they can do over HTTP. */
record Buyer(String name, String token) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** One who has points and whom no other test knows. */
    static Buyer withPoints(long won) {
        var name = "buyer-" + COUNT.incrementAndGet();
        Sql.update(
                Service.PAYMENT,
                """
                insert into wallets (buyer_id, balance, currency, created_at, updated_at)
                values (?, ?, 'KRW', utc_timestamp(6), utc_timestamp(6))
                """,
                name,
                won);
        var buyer = called(name);
        if (won > 0) {
            buyer.enter(won);
        }
        return buyer;
    }

    /** Points from nowhere, with their ledger entries. */
    void give(long won) {
        Sql.update(
                Service.PAYMENT,
                "update wallets set balance = balance + ? where buyer_id = ?",
                won,
                name);
        enter(won);
    }

    private void enter(long won) {
        var key = "top-up/" + name + "/" + COUNT.incrementAndGet();
        Sql.update(
                Service.PAYMENT,
                """
                insert into ledger_entries
                    (idempotency_key, account, amount, currency, cause, created_at)
                values (?, 'top-ups', ?, 'KRW', 'TOP_UP', utc_timestamp(6)),
                    (?, ?, ?, 'KRW', 'TOP_UP', utc_timestamp(6))
                """,
                key,
                -won,
                key,
                "wallet:" + name,
                won);
    }

    /** One of the sample buyers. */
    static Buyer called(String name) {
        return new Buyer(name, House.system().issuer().token(name));
    }

    /** The id that this buyer's booking under this key has, known before it is sent. */
    String idOf(String key) {
        return BookingId.of(new BuyerId(name), key).toString();
    }

    Answer book(String key, String schedule, List<String> seats) {
        return post("/api/bookings", key, bodyOf(schedule, seats));
    }

    static String bodyOf(String schedule, List<String> seats) {
        return "{\"scheduleId\": \"%s\", \"seats\": [%s]}"
                .formatted(
                        schedule,
                        seats.stream()
                                .map(seat -> "\"" + seat + "\"")
                                .collect(Collectors.joining(", ")));
    }

    /** Books, and sends it again with the same key where the answer says so. */
    Answer bookPatiently(String key, String schedule, List<String> seats) {
        return patiently(() -> book(key, schedule, seats));
    }

    Answer pay(String booking, String key) {
        return pay(booking, key, "{\"method\": \"POINTS\"}");
    }

    Answer pay(String booking, String key, String body) {
        return post("/api/bookings/" + booking + "/payment", key, body);
    }

    Answer payPatiently(String booking, String key) {
        return patiently(() -> pay(booking, key));
    }

    Answer payPatiently(String booking, String key, String body) {
        return patiently(() -> pay(booking, key, body));
    }

    Answer cancel(String booking, String key) {
        return Http.post("/api/bookings/" + booking + "/cancellation", headers(key), null);
    }

    Answer cancelPatiently(String booking, String key) {
        return patiently(() -> cancel(booking, key));
    }

    /** Gives one of the seats back. */
    Answer cancelPatiently(String booking, String key, String seatNo) {
        var body = "{\"lines\": [\"" + seatNo + "\"]}";
        return patiently(() -> post("/api/bookings/" + booking + "/cancellation", key, body));
    }

    Answer booking(String id) {
        return get("/api/bookings/" + id);
    }

    Answer order(String id) {
        return get("/api/orders/" + id);
    }

    long points() {
        return get("/api/wallet").expect(200).body().path("balance").path("amount").asLong();
    }

    Answer get(String path) {
        return Http.get(path, Map.of("Authorization", "Bearer " + token));
    }

    Answer post(String path, String key, String body) {
        return Http.post(path, headers(key), body);
    }

    Map<String, String> headers(String key) {
        return Map.of("Authorization", "Bearer " + token, "Idempotency-Key", key);
    }

    /** As a good client does: the same request, with the same key, until it is answered. */
    static Answer patiently(Supplier<Answer> request) {
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var pause = Duration.ofMillis(300);
            try {
                var answer = request.get();
                if (!answer.saysComeAgain() || System.nanoTime() > limit) {
                    return answer;
                }
                // Many who come again at once are what keeps a service down.
                if (answer.status() == 503 || answer.status() == 429) {
                    pause = Duration.ofSeconds(1);
                }
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > limit) {
                    throw e;
                }
            }
            Wait.pause(pause);
        }
    }
}
