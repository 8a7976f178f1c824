package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The best seats, limits and presales, and seats that are given away: over HTTP, to the end. */
class SaleRulesIT {

    private static final String DATE = "spring-overture-1";
    private static final String LATER = "spring-overture-2";
    private static final List<String> CODES =
            List.of("FANS-AAAA", "FANS-BBBB", "FANS-CCCC", "FANS-DDDD");

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    @Test
    void sellsTheBestSeatsThereAre() {
        var buyer = Buyer.withPoints(1_000_000);
        var held = best(buyer, "b1", "{\"quantity\": 3, \"grade\": \"VIP\"}").expect(201);
        var seats =
                StreamSupport.stream(held.body().path("seats").spliterator(), false)
                        .map(seat -> seat.path("seatNo").asString())
                        .toList();
        assertThat(seats).hasSize(3).allMatch(seat -> seat.startsWith("V-1-"));
        buyer.payPatiently(held.text("bookingId"), "p1").expect(200);
        assertThat(Rows.of(held.text("bookingId"))).isEqualTo(Rows.SOLD);

        best(buyer, "b2", "{\"quantity\": 0}").expectProblem(400, "invalid-quantity");
        best(buyer, "b3", "{\"quantity\": 2, \"section\": \"Z\"}")
                .expectProblem(422, "unknown-section");
        var cheap = "{\"quantity\": 2, \"budget\": {\"amount\": 66000, \"currency\": \"KRW\"}}";
        var refused = best(buyer, "b4", cheap).expectProblem(409, "not-enough-seats");
        assertThat(refused.body().path("remaining").asInt()).isEqualTo(1);
    }

    private static Answer best(Buyer buyer, String key, String wish) {
        var body = "{\"scheduleId\": \"%s\", \"best\": %s}".formatted(DATE, wish);
        return Buyer.patiently(() -> buyer.post("/api/bookings", key, body));
    }

    /** A presale of six seats, two for each of four codes, then one of another code, then all. */
    @Test
    void sellsToThoseWithACodeAndThenToEverybody() {
        var schedule = presaleDate();
        withCode(Buyer.withPoints(0), "k", LATER, "A-1-1", CODES.getFirst())
                .expectProblem(409, "sale-not-open");
        withCode(Buyer.withPoints(0), "k", schedule, "A-1-1", "NEXT-EEEE")
                .expectProblem(409, "presale-code-invalid");
        var everybody = Buyer.withPoints(500_000);
        everybody
                .bookPatiently("early", schedule, List.of("A-1-1"))
                .expectProblem(409, "presale-code-required");

        var held = rush(schedule, 1);
        assertThat(held).hasSize(6);
        var first = held.getFirst();
        first.buyer().cancelPatiently(first.booking(), "c").expect(200);
        for (var one : held.subList(1, held.size())) {
            one.buyer().payPatiently(one.booking(), "pay").expect(200);
        }
        var second = held.get(1);
        second.buyer().cancelPatiently(second.booking(), "c").expect(200);
        // Two seats have come back to the presale: one before it was paid and one after.
        var late = rush(schedule, 2);
        assertThat(late).hasSize(2);

        beginNextPresale(schedule);
        withCode(Buyer.withPoints(0), "k", schedule, "A-3-1", CODES.getFirst())
                .expectProblem(409, "presale-code-invalid");
        var next = Buyer.withPoints(0);
        var kept = withCode(next, "k", schedule, "A-3-1", "next-eeee").expect(201);
        beginGeneralSale(schedule);
        var again = everybody.bookPatiently("now", schedule, List.of("A-3-2")).expect(201);
        everybody.payPatiently(again.text("bookingId"), "pay").expect(200);
        Books.balance();
        next.cancelPatiently(kept.text("bookingId"), "c").expect(200);
        for (var one : late) {
            one.buyer().cancelPatiently(one.booking(), "c").expect(200);
        }
    }

    private static String presaleDate() {
        return Promoter.presale(Promoter.house(3, 12), 6, CODES);
    }

    private record Held(Buyer buyer, String booking) {}

    /** Three buyers for each code, a seat each, all at once: gives those who got theirs. */
    private static List<Held> rush(String schedule, int row) {
        var works = new ArrayList<Callable<Answer>>();
        var buyers = IntStream.range(0, 12).mapToObj(_ -> Buyer.withPoints(100_000)).toList();
        for (var n = 0; n < buyers.size(); n++) {
            var buyer = buyers.get(n);
            var code = CODES.get(n % CODES.size());
            var seat = "A-%d-%d".formatted(row, n + 1);
            works.add(() -> withCode(buyer, "k", schedule, seat, code));
        }
        var answers = AtOnce.run(works);
        var held = new ArrayList<Held>();
        for (var n = 0; n < buyers.size(); n++) {
            var answer = answers.get(n);
            if (answer.status() == 201) {
                held.add(new Held(buyers.get(n), answer.text("bookingId")));
            } else {
                assertThat(answer.expect(409).code())
                        .isIn("presale-code-used-up", "presale-sold-out");
                assertThat(answer.text("policy")).isEqualTo("PresaleCodes");
            }
        }
        return held;
    }

    private static Answer withCode(
            Buyer buyer, String key, String schedule, String seat, String code) {
        var body =
                "{\"scheduleId\": \"%s\", \"seats\": [\"%s\"], \"presaleCode\": \"%s\"}"
                        .formatted(schedule, seat, code);
        return Buyer.patiently(() -> buyer.post("/api/bookings", key, body));
    }

    /** A day goes by. */
    private static void beginNextPresale(String schedule) {
        Sql.update(
                Service.CONCERT,
                """
                update presales set opens_at = opens_at - interval 1 day,
                    closes_at = closes_at - interval 1 day where schedule_id = ?
                """,
                schedule);
    }

    /** The second presale is over, too, and the promoter need not wait any longer. */
    private static void beginGeneralSale(String schedule) {
        beginNextPresale(schedule);
        Promoter.ask(
                        "PATCH",
                        "/api/schedules/" + schedule,
                        "{\"saleOpensAt\": \"%s\"}".formatted(Instant.now().plusMillis(500)))
                .expect(200);
        Wait.pause(Duration.ofMillis(600));
    }

    @Test
    void givesSeatsAwayAndTakesThemBack() {
        var guest = Buyer.withPoints(0);
        var schedule = Promoter.openHouse(1, 3);
        var block = Promoter.block(schedule, "A-1-1", "A-1-2");
        var body = gift(schedule, guest, "A-1-1");
        guest.post("/api/complimentary-bookings", "g1", body).expectProblem(403, "role-missing");
        give("g0-" + schedule, gift(schedule, guest, "A-1-3"))
                .expectProblem(409, "seats-not-blocked");
        var key = "g1-" + schedule;
        var given = give(key, body).expect(201);
        var id = given.text("bookingId");
        assertThat(given.text("status")).isEqualTo("CONFIRMED");
        assertThat(given.body().path("total").path("amount").asLong(-1)).isZero();
        assertThat(Rows.of(id)).isEqualTo(Rows.GIFT);
        assertThat(give(key, body).expect(201).body()).isEqualTo(given.body());
        give("g2-" + schedule, body).expectProblem(409, "seats-not-blocked");
        Promoter.look("/api/complimentary-bookings/" + id).expect(200);
        guest.booking(id).expect(200);
        var orders = guest.get("/api/orders?state=CONFIRMED").expect(200).body().path("orders");
        assertThat(orders).hasSize(1);
        assertThat(orders.path(0).path("total").path("amount").asLong(-1)).isZero();

        guest.cancelPatiently(id, "c1").expect(200);
        assertThat(Rows.of(id)).isEqualTo(Rows.GIFT_GIVEN_BACK);
        assertThat(Seats.state(schedule, "A-1-1")).isEqualTo("BLOCKED");
        guest.bookPatiently("k", schedule, List.of("A-1-1")).expectProblem(409, "seats-blocked");

        // Given away once more, it goes to the sale when its block is there no longer.
        var kept = give("g3-" + schedule, body).expect(201).text("bookingId");
        Promoter.ask("DELETE", "/api/schedules/" + schedule + "/blocks/" + block, "").expect(204);
        assertThat(Seats.state(schedule, "A-1-1")).isEqualTo("SOLD");
        assertThat(Seats.state(schedule, "A-1-2")).isEqualTo("FREE");
        guest.cancelPatiently(kept, "c2").expect(200);
        assertThat(Seats.state(schedule, "A-1-1")).isEqualTo("FREE");
        Books.balanceWhenAllHasEnded();
    }

    private static String gift(String schedule, Buyer guest, String seat) {
        return "{\"scheduleId\": \"%s\", \"seats\": [\"%s\"], \"guest\": \"%s\"}"
                .formatted(schedule, seat, guest.name());
    }

    private static Answer give(String key, String body) {
        return Buyer.patiently(() -> Promoter.PARK.post("/api/complimentary-bookings", key, body));
    }

    /** Twenty tabs of one buyer, over two dates of a concert that gives everybody four seats. */
    @Test
    void keepsABuyerToTheLimitHoweverManyTabsAskAtOnce() {
        var venue = Promoter.house(2, 10);
        var concert = Promoter.concert(", \"buyerSeatsMax\": 4");
        var dates =
                IntStream.range(0, 2)
                        .mapToObj(_ ->
                                Promoter.onSale(
                                        concert,
                                        () -> Promoter.openDate(Promoter.name("date"), venue, "")))
                        .toList();
        var buyer = Buyer.withPoints(1_000_000);
        var tabs =
                AtOnce.run(
                        IntStream.range(0, 20)
                                .<Callable<Answer>>mapToObj(n ->
                                        () ->
                                                buyer.bookPatiently(
                                                        "tab-" + n,
                                                        dates.get(n % 2),
                                                        List.of("A-1-" + (n / 2 + 1))))
                                .toList());
        var held = tabs.stream().filter(tab -> tab.status() == 201).toList();
        assertThat(held).hasSize(4);
        assertThat(tabs)
                .filteredOn(tab -> tab.status() != 201)
                .allSatisfy(tab -> {
                    tab.expectProblem(409, "buyer-limit-reached");
                    assertThat(tab.text("policy")).isEqualTo("MaxSeatsPerBuyer");
                    assertThat(tab.body().path("limit").asInt()).isEqualTo(4);
                    assertThat(tab.body().path("remaining").asInt(-1)).isZero();
                });
        assertThat(Seats.taken(dates.get(0)) + Seats.taken(dates.get(1))).isEqualTo(4);

        buyer.cancelPatiently(held.get(0).text("bookingId"), "c1").expect(200);
        buyer.payPatiently(held.get(1).text("bookingId"), "p1").expect(200);
        buyer.bookPatiently("more", dates.get(0), List.of("A-2-1", "A-2-2"))
                .expectProblem(409, "buyer-limit-reached");
        var one = buyer.bookPatiently("one", dates.get(0), List.of("A-2-1")).expect(201);
        buyer.bookPatiently("two", dates.get(1), List.of("A-2-1"))
                .expectProblem(409, "buyer-limit-reached");
        // What was bought counts as what is held does, until it is given back.
        buyer.cancelPatiently(held.get(1).text("bookingId"), "c2").expect(200);
        var last = buyer.bookPatiently("three", dates.get(1), List.of("A-2-1")).expect(201);
        Books.balance();
        Stream.of(held.get(2), held.get(3), one, last)
                .forEach(left -> buyer.cancelPatiently(left.text("bookingId"), "c3").expect(200));
    }
}
