package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A promoter opens a house from nothing over REST, and buyers empty it to the last seat. */
class OpeningIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    @AfterAll
    static void theBooksBalance() {
        Books.balanceWhenAllHasEnded();
    }

    @Test
    void opensAConcertFromNothingAndTenBuyersEmptyIt() {
        var venue = Promoter.house(5, 4);
        assertThat(Promoter.look("/api/venues/" + venue).expect(200).body().path("seats").asInt())
                .isEqualTo(20);
        var concert = Promoter.concert(", \"buyerSeatsMax\": 4, \"performers\": \"부산 사중주단\"");
        var schedule = Promoter.name("date");
        Promoter.ask(
                        "POST",
                        "/api/concerts/" + concert + "/schedules",
                        Promoter.openDate(schedule, venue, "").replace("[{", vip() + ", {"))
                .expect(201);
        find(schedule).expectProblem(404, "schedule-not-found");
        assertThat(search(concert)).as("a draft is nobody's business").isEmpty();
        Promoter.ask("POST", "/api/schedules/" + schedule + "/state", "{\"state\": \"ON_SALE\"}")
                .expect(200);
        var shown = find(schedule).expect(200);
        assertThat(shown.text("sale")).isEqualTo("ON_SALE");
        assertThat(shown.body().path("freeSeats").asInt()).isEqualTo(20);
        assertThat(search(concert)).hasSize(1);

        var byNumber =
                List.of(
                        List.of("A-5-1", "A-5-2"),
                        List.of("A-5-3", "A-5-4"),
                        List.of("A-4-1", "A-4-2"),
                        List.of("A-4-3", "A-4-4"),
                        List.of("A-3-1", "A-3-2"));
        var buyers = IntStream.range(0, 10).mapToObj(_ -> Buyer.withPoints(500_000)).toList();
        buyAtOnce(buyers.subList(0, 5), n -> Buyer.bodyOf(schedule, byNumber.get(n)));
        buyAtOnce(buyers.subList(5, 10), _ -> best(schedule, 2, false));

        isSoldOut(schedule, 20);
        var late = Buyer.withPoints(500_000);
        assertThat(
                        book(late, "late", best(schedule, 1, false))
                                .expectProblem(409, "not-enough-seats")
                                .body()
                                .path("remaining")
                                .asInt())
                .isZero();
        everybodyHasAnOrder(buyers);
        var paid = buyers.stream().mapToLong(buyer -> 500_000 - buyer.points()).sum();
        assertThat(paid).isEqualTo(4 * 90_000 + 16 * Promoter.PRICE);
    }

    /** The first row; a seat that is named keeps its grade beside its section's. */
    private static String vip() {
        return "[{\"grade\": \"VIP\", \"price\": {\"amount\": 90000, \"currency\": \"KRW\"},"
                + " \"seats\": [\"A-1-1\", \"A-1-2\", \"A-1-3\", \"A-1-4\"]}";
    }

    private static Answer find(String schedule) {
        return Http.get("/api/schedules/" + schedule, Map.of());
    }

    private static JsonNode search(String concert) {
        return Http.get("/api/concerts?text=" + concert, Map.of())
                .expect(200)
                .body()
                .path("concerts");
    }

    private static void everybodyHasAnOrder(List<Buyer> buyers) {
        var numbers = new HashSet<String>();
        for (var buyer : buyers) {
            var orders = buyer.get("/api/orders").expect(200).body().path("orders");
            assertThat(orders).hasSize(1);
            assertThat(orders.path(0).path("lines")).hasSize(2);
            assertThat(orders.path(0).path("orderNumber").asString(""))
                    .matches("([0-9A-Z]{4}-){2}[0-9A-Z]{4}");
            numbers.add(orders.path(0).path("orderNumber").asString());
        }
        assertThat(numbers).hasSameSizeAs(buyers);
    }

    /** Each asks for two to four seats side by side, and takes what is left near the end. */
    @Tag("thorough")
    @Test
    void sellsAHallToTheLastSeatToThoseWhoAskForTheBest() {
        var schedule = Promoter.openHouse(10, 20);
        var buyers = IntStream.range(0, 64).mapToObj(_ -> Buyer.withPoints(10_000_000)).toList();
        var bought =
                AtOnce.run(
                        IntStream.range(0, buyers.size())
                                .mapToObj(n -> buying(buyers.get(n), schedule, 2 + n % 3))
                                .toList());
        assertThat(bought.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        isSoldOut(schedule, 200);
    }

    /** Buys until there is no seat left; gives how many it were. */
    private static Callable<Integer> buying(Buyer buyer, String schedule, int quantity) {
        return () -> {
            var bought = 0;
            var wanted = quantity;
            for (var round = 0; wanted > 0; round++) {
                var held = book(buyer, "round-" + round, best(schedule, wanted, true));
                if (held.status() == 201) {
                    pay(buyer, held);
                    bought += wanted;
                } else {
                    assertThat(held.expect(409).code()).isIn("not-enough-seats", "seats-taken");
                    wanted = Math.min(quantity, held.body().path("remaining").asInt(wanted));
                }
            }
            return bought;
        };
    }

    private static void isSoldOut(String schedule, int seats) {
        assertThat(Promoter.counts(schedule))
                .isEqualTo(Map.of("free", 0, "held", 0, "sold", seats, "blocked", 0));
        // Both are counted once for many readers, and may be a second old.
        Wait.until(
                SOON,
                () -> {
                    assertThat(find(schedule).expect(200).text("sale")).isEqualTo("SOLD_OUT");
                    var map = Http.get("/api/schedules/" + schedule + "/seats", Map.of());
                    assertThat(map.expect(200).text("states")).isEqualTo("T".repeat(seats));
                });
    }

    private interface Wish {
        String of(int buyer);
    }

    private static void buyAtOnce(List<Buyer> buyers, Wish wish) {
        var works = new ArrayList<Callable<Answer>>();
        for (var n = 0; n < buyers.size(); n++) {
            var buyer = buyers.get(n);
            var body = wish.of(n);
            works.add(() -> pay(buyer, book(buyer, "k", body).expect(201)));
        }
        AtOnce.run(works);
    }

    private static Answer book(Buyer buyer, String key, String body) {
        return Buyer.patiently(() -> buyer.post("/api/bookings", key, body));
    }

    private static Answer pay(Buyer buyer, Answer held) {
        var booking = held.text("bookingId");
        return buyer.payPatiently(booking, "pay-" + booking).expect(200);
    }

    private static String best(String schedule, int quantity, boolean apart) {
        return "{\"scheduleId\": \"%s\", \"best\": {\"quantity\": %d, \"apart\": %s}}"
                .formatted(schedule, quantity, apart);
    }
}
