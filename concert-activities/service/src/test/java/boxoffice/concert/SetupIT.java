package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A promoter opens a concert from nothing, and others do not see or touch it. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class SetupIT {

    private final ServiceUnderTest service;
    private final Promoter park;
    private final Promoter lee;
    private final Promoter operator;

    SetupIT(SqlServer server) {
        service = ServiceUnderTest.shared(ConcertService.class, server);
        park = Promoter.park(service);
        lee = new Promoter(service, "lee", "promoter");
        operator = new Promoter(service, "oh", "operator");
    }

    @Test
    void opensADateWithASeatForEachPlaceAndItsGrade() {
        var schedule = park.draft();

        var setup = park.get("/api/back-office/schedules/" + schedule).is(200);
        assertThat(setup.text("/state")).isEqualTo("DRAFT");
        assertThat(setup.text("/startsAt")).isEqualTo("2030-12-24T10:30:00Z");
        assertThat(setup.text("/startsAtLocal")).isEqualTo("2030-12-24T19:30:00");
        assertThat(setup.text("/timeZone")).isEqualTo("Asia/Seoul");
        assertThat(setup.body().at("/grades").valueStream())
                .extracting(grade -> grade.at("/grade").stringValue() + grade.at("/seats").asInt())
                .containsExactly("VIP1", "R9", "S20");
        assertThat(seat(schedule, "A-1-2")).isEqualTo("COMPANION A-1-1 0 45");
        assertThat(seat(schedule, "A-1-3")).isEqualTo("SEAT - 1 40");
        assertThat(seat(schedule, "B-가-5")).as("as it was said").isEqualTo("SEAT - 0 7");
        assertThat(seat(schedule, "P-20")).isEqualTo("STANDING - 0 20");
    }

    private String seat(String schedule, String seatNo) {
        return service.sql()
                .sql(
                        """
                        select concat(kind, ' ', coalesce(companion_of, '-'), ' ', aisle_after, ' ',
                            nearness)
                        from seats where schedule_id = ? and seat_no = ?
                        """)
                .param(schedule)
                .param(seatNo)
                .query(String.class)
                .single();
    }

    @Test
    void takesANewMapAsCsvAndDatesKeepTheirs() {
        var venue = park.hall();
        var concert = park.concert();
        var path = "/api/concerts/" + concert + "/schedules";
        var first = park.post(path, Promoter.date(venue, "")).is(201).text("/scheduleId");

        var csv = "section,row,number,x,y\nA,1,3,0,10\nB,1,1,30,10\nP,1,1,0,5\n";
        var map = park.csv("/api/venues/" + venue + "/seat-map?stageX=30", csv).is(201);
        assertThat(map.text("/mapVersion")).isEqualTo("2");
        assertThat(map.text("/seats")).isEqualTo("3");

        var second = park.post(path, Promoter.date(venue, "")).is(201).text("/scheduleId");
        assertThat(seat(second, "A-1-3")).isEqualTo("SEAT - 0 32");
        assertThat(park.get("/api/back-office/schedules/" + first).text("/mapVersion"))
                .isEqualTo("1");
        park.post(path, Promoter.date(venue, ", \"mapVersion\": 1")).is(201);
        assertThat(park.get("/api/back-office/concerts/" + concert).body().at("/schedules"))
                .hasSize(3);
    }

    @Test
    void saysAConcertAnewAndTakesChosenIdsOnce() {
        var id = "c-" + UUID.randomUUID().toString().substring(0, 8);
        var body = "{\"concertId\": \"" + id + "\", \"title\": \"봄\", \"titleEn\": \"Spring\"}";
        park.post("/api/concerts", body).is(201);
        lee.post("/api/concerts", body).is(409).says("id-taken");

        var put =
                park.put(
                                "/api/concerts/" + id,
                                "{\"title\": \"봄의 서곡\", \"runningMinutes\": 100,"
                                        + " \"posterUrl\": \"https://example.org/p.jpg\"}")
                        .is(200);
        assertThat(put.text("/titleEn")).as("said anew, all of it").isEmpty();
        assertThat(put.text("/posterUrl")).isEqualTo("https://example.org/p.jpg");
        assertThat(park.get("/api/back-office/concerts").body().toString()).contains(id);
        assertThat(lee.get("/api/back-office/concerts").body().toString()).doesNotContain(id);
    }

    @Test
    void theSameKeyOpensOneConcertOnly() {
        var key = UUID.randomUUID().toString();
        var first = park.post("/api/concerts", key, "{\"title\": \"하나\"}").is(201);
        var second = park.post("/api/concerts", key, "{\"title\": \"하나\"}").is(201);
        assertThat(second.body()).isEqualTo(first.body());
        park.post("/api/concerts", key, "{\"title\": \"둘\"}").is(422);

        var venue = park.post("/api/venues", key + "v", Promoter.HALL).is(201);
        assertThat(park.post("/api/venues", key + "v", Promoter.HALL).is(201).body())
                .isEqualTo(venue.body());
    }

    @Test
    void listsPageByPageWithoutOneTwice() {
        var someone = new Promoter(service, "pages-" + UUID.randomUUID(), "promoter");
        var concerts = List.of(someone.concert(), someone.concert(), someone.concert());
        assertThat(walked(someone, "/api/back-office/concerts", "concerts", "concertId"))
                .containsExactlyElementsOf(concerts.reversed());
        var venues = List.of(someone.hall(), someone.hall(), someone.hall());
        assertThat(walked(someone, "/api/venues", "venues", "venueId"))
                .containsExactlyInAnyOrderElementsOf(venues);
        var next = someone.get("/api/venues?limit=2").text("/next");
        park.get("/api/venues?cursor=" + next).is(400).says("cursor-invalid");
        someone.get("/api/venues?limit=0").is(400).says("limit-invalid");
    }

    private static List<String> walked(Promoter who, String path, String list, String id) {
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = who.get(path + "?limit=2" + cursor).is(200);
            page.body().path(list).forEach(one -> found.add(one.path(id).asString()));
            var next = page.text("/next");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return found;
    }

    @Test
    void anothersIsNotThereAndAnOperatorSeesAll() {
        var venue = park.hall();
        var concert = park.concert();
        var schedule = park.draft();
        lee.get("/api/venues/" + venue).is(404).says("venue-not-found");
        lee.csv("/api/venues/" + venue + "/seat-map", "x").is(404).says("venue-not-found");
        lee.put("/api/concerts/" + concert, "{\"title\": \"x\"}").is(404).says("concert-not-found");
        lee.post("/api/concerts/" + concert + "/schedules", Promoter.date(venue, "")).is(404);
        lee.post("/api/concerts/" + lee.concert() + "/schedules", Promoter.date(venue, ""))
                .is(400)
                .tells("venue-unknown");
        for (var path :
                new String[] {
                    "/api/back-office/concerts/" + concert, "/api/back-office/schedules/" + schedule
                }) {
            lee.get(path).is(404);
            operator.get(path).is(200);
        }
        lee.patch("/api/schedules/" + schedule, "{}").is(404).says("schedule-not-found");
        lee.post("/api/schedules/" + schedule + "/state", "{\"state\": \"ON_SALE\"}").is(404);
        lee.get("/api/schedules/" + schedule + "/blocks").is(404);
        new Promoter(service, "mina").get("/api/venues").is(403).says("role-missing");
        new Promoter(service, "mina").post("/api/venues", Promoter.HALL).is(403);
        operator.patch("/api/schedules/" + schedule, "{\"holdSeconds\": 60}").is(200);
    }

    @Test
    void aDateGoesOnSalePausesAndClosesForGood() {
        var schedule = park.draft();
        move(schedule, "PAUSED").is(409).says("state-not-allowed");
        move(schedule, "ON_SALE").is(200);
        move(schedule, "ON_SALE").is(200);
        move(schedule, "PAUSED").is(200);
        move(schedule, "DRAFT").is(409);
        move(schedule, "ON_SALE").is(200);
        move(schedule, "CLOSED").is(200);
        move(schedule, "CLOSED").is(200);
        move(schedule, "ON_SALE").is(409).says("state-not-allowed");
        park.patch("/api/schedules/" + schedule, "{\"holdSeconds\": 60}")
                .is(409)
                .says("schedule-closed");
        assertThat(move(park.draft(), "SOON").is(400).text("/code")).isEqualTo("invalid-field");
    }

    private Promoter.Answer move(String schedule, String state) {
        return park.post("/api/schedules/" + schedule + "/state", "{\"state\": \"" + state + "\"}");
    }

    @Test
    void aDraftChangesFreelyAndADateOnSaleOnlyWhatNoTicketStandsOn() {
        var schedule = park.draft();
        var path = "/api/schedules/" + schedule;
        park.patch(
                        path,
                        "{\"startsAt\": \"2030-12-25T19:30\","
                                + " \"saleOpensAt\": \"2030-12-01T10:00\", \"buyerSeatsMax\": 4}")
                .is(200);
        move(schedule, "ON_SALE").is(200);
        park.patch(path, "{\"startsAt\": \"2030-12-26T19:30\"}").is(400).tells("not-a-draft");
        var changed =
                park.patch(
                                path,
                                "{\"saleOpensAt\": \"2030-12-02T10:00\", \"buyerSeatsMax\": 2,"
                                        + " \"holdSeconds\": 60, \"waitingRoom\": true}")
                        .is(200);
        assertThat(changed.text("/saleOpensAt")).isEqualTo("2030-12-02T01:00:00Z");
        assertThat(changed.text("/buyerSeatsMax")).isEqualTo("2");
        assertThat(changed.text("/startsAtLocal")).isEqualTo("2030-12-25T19:30:00");
        var other = park.onSale();
        park.patch("/api/schedules/" + other, "{\"saleOpensAt\": \"2029-12-02T10:00\"}")
                .is(400)
                .tells("sale-has-opened");
        park.patch("/api/schedules/" + other, "{\"buyerSeatsMax\": 2}")
                .is(400)
                .tells("not-a-draft");
    }

    @Test
    void presalesAreKeptWithoutTheirCodes() {
        var body =
                Promoter.date(
                                park.hall(),
                                """
                                , "presales": [{"name": "Fan club", "opensAt": "2030-01-01T10:00",
                                  "closesAt": "2030-01-03T10:00", "quota": 20,
                                  "codes": ["FAN-CLUB-0001", "fan-club-0002"]}]
                                """)
                        .replace("2026-01-01T10:00:00Z", "2030-02-01T10:00:00Z");
        var answer = park.post("/api/concerts/" + park.concert() + "/schedules", body).is(201);
        assertThat(answer.body().toString()).doesNotContainIgnoringCase("fan-club-000");
        assertThat(answer.text("/presales/0/codes")).isEqualTo("2");
        assertThat(answer.text("/presales/0/presaleId")).isEqualTo("presale-1");
    }
}
