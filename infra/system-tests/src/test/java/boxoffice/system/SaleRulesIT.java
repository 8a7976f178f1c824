package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The best seats, limits and presales, and seats that are given away: over HTTP, to the end. */
class SaleRulesIT {

    private static final String DATE = "spring-overture-1";
    private static final String LATER = "spring-overture-2";
    private static final String BLOCKED = "B-8-7";

    /** The sample concerts' promoter. */
    private static final Buyer PARK = Buyer.called("park");

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

    @Test
    void tellsWhoHasNoCodeBeforeTheSale() {
        var buyer = Buyer.withPoints(0);
        var body =
                "{\"scheduleId\": \"%s\", \"seats\": [\"A-1-1\"], \"presaleCode\": \"FANS-2026\"}";
        buyer.post("/api/bookings", "c1", body.formatted(LATER))
                .expectProblem(409, "sale-not-open");
    }

    @Test
    void givesSeatsAwayAndTakesThemBack() {
        var guest = Buyer.withPoints(0);
        var body =
                "{\"scheduleId\": \"%s\", \"seats\": [\"%s\"], \"guest\": \"%s\"}"
                        .formatted(DATE, BLOCKED, guest.name());
        guest.post("/api/complimentary-bookings", "g1", body).expectProblem(403, "role-missing");
        var given = Buyer.patiently(() -> give("g1", body)).expect(201);
        var id = given.text("bookingId");
        assertThat(given.text("status")).isEqualTo("CONFIRMED");
        assertThat(given.body().path("total").path("amount").asLong(-1)).isZero();
        assertThat(Rows.of(id)).isEqualTo(Rows.GIFT);
        assertThat(give("g1", body).expect(201).body()).isEqualTo(given.body());
        give("g2", body).expectProblem(409, "seats-not-blocked");
        PARK.get(Service.BOOKING, "/api/complimentary-bookings/" + id).expect(200);
        guest.booking(id).expect(200);
        guest.order(id).expect(200);

        guest.cancelPatiently(id, "c1").expect(200);
        assertThat(Rows.of(id)).isEqualTo(Rows.GIFT_GIVEN_BACK);
        assertThat(Seats.state(DATE, BLOCKED)).isEqualTo("BLOCKED");
        Books.balanceWhenAllHasEnded();
    }

    private static Answer give(String key, String body) {
        return PARK.post("/api/complimentary-bookings", key, body);
    }

    private static Answer best(Buyer buyer, String key, String wish) {
        var body = "{\"scheduleId\": \"%s\", \"best\": %s}".formatted(DATE, wish);
        return Buyer.patiently(() -> buyer.post("/api/bookings", key, body));
    }
}
