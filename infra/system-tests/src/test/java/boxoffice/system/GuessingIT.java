package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Buyers who try doors that are not theirs, cursors that nobody gave them, and codes. */
class GuessingIT {

    private static String venue = "";
    private static String concert = "";
    private static String schedule = "";

    @BeforeAll
    static void openAHouse() {
        House.assumeRealTemporal();
        venue = Promoter.house(2, 4);
        concert = Promoter.concert("");
        schedule =
                Promoter.onSale(concert, () -> Promoter.openDate(Promoter.name("date"), venue, ""));
    }

    @Test
    void letsNoBuyerIntoTheBackOffice() {
        var buyer = Buyer.withPoints(0);
        BackOffice.leavesAllAsItWas(
                schedule,
                () -> {
                    var changes =
                            Map.of(
                                    "/api/venues",
                                    Promoter.house("never-made", "[]"),
                                    "/api/concerts",
                                    "{\"title\": \"mine\"}",
                                    "/api/concerts/" + concert + "/schedules",
                                    "{}",
                                    "/api/schedules/" + schedule + "/state",
                                    "{\"state\": \"CLOSED\"}",
                                    "/api/schedules/" + schedule + "/blocks",
                                    "{\"seats\": [\"A-1-1\"]}");
                    changes.forEach((path, body) ->
                            buyer.post(path, "k", body).expectProblem(403, "role-missing"));
                    buyer.get("/api/back-office/schedules/" + schedule)
                            .expectProblem(403, "role-missing");
                    return buyer.get("/api/back-office/concerts")
                            .expectProblem(403, "role-missing");
                });
    }

    @Test
    void readsNoCursorThatItDidNotWrite() {
        var buyer = Buyer.withPoints(0);
        for (var cursor : List.of("forged", "e30", "MTIz.bm8", "%00", "x".repeat(500))) {
            for (var path : List.of("/api/concerts", "/api/orders", "/api/wallet/entries")) {
                buyer.get(path + "?cursor=" + cursor).expectProblem(400, "cursor-invalid");
            }
        }
    }

    @Test
    void givesTheBestOfNoSeatsAndOfFiveHundredToNobody() {
        var buyer = Buyer.withPoints(0);
        var body = "{\"scheduleId\": \"%s\", \"best\": {\"quantity\": %d}}";
        BackOffice.leavesAllAsItWas(
                schedule,
                () -> {
                    buyer.post("/api/bookings", "none", body.formatted(schedule, 0))
                            .expectProblem(400, "invalid-quantity");
                    return buyer.post("/api/bookings", "many", body.formatted(schedule, 500))
                            .expectProblem(400, "invalid-quantity");
                });
    }

    /** One key, so that all of it costs one booking: it is the asking that is counted. */
    @Test
    void stopsWhoGuessesCodes() {
        var buyer = Buyer.withPoints(0);
        var date =
                Promoter.onSale(
                        concert,
                        () ->
                                PromoterInputIT.presales(5, 2)
                                        .replace("never-made", Promoter.name("date"))
                                        .replace("VENUE", venue));
        var body = "{\"scheduleId\": \"%s\", \"seats\": [\"A-1-1\"], \"presaleCode\": \"%s\"}";
        var guess = body.formatted(date, "GUESS-0001");
        for (var i = 0; i < 30; i++) {
            buyer.post("/api/bookings", "k", guess).expect(409);
        }
        var stopped =
                buyer.post("/api/bookings", "k", guess)
                        .expectProblem(429, "too-many-presale-codes");
        assertThat(stopped.header("Retry-After")).isNotEmpty();
        buyer.post("/api/bookings", "right", body.formatted(date, "FANS-2027"))
                .expectProblem(429, "too-many-presale-codes");
        assertThat(Promoter.counts(date)).containsEntry("free", 8);
    }
}
