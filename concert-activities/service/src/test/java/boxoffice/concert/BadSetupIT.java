package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What promoters may get wrong: a clear answer, and nothing changed. */
class BadSetupIT {

    private static Promoter park;
    private static String venue;
    private static String concert;

    @BeforeAll
    static void open() {
        park = Promoter.park(ServiceUnderTest.shared(ConcertService.class, Databases.any()));
        venue = park.hall();
        concert = park.concert();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "section,row,number,x,y\\nA,1,1,0,0\\nA,1\\n             | 3 | line-broken",
                "section,row,number,x,y\\nA,1,1,0,0\\nA,1,1,5,5\\n       | 3 | seat-duplicate",
                "section,row,number,x,y\\nA,1,1,0,0\\nA,1,\"2,5,5\\n     | 3 | line-broken",
                "section,row,number,x,y\\nA,1,one,0,0\\n                 | 2 | number-invalid",
                "section,row,number,x,y\\nA B,1,1,0,0\\n                 | 2 | section-invalid",
                "section,row,number,x,y\\nA,1,0,0,0\\n                   | 2 | number-out-of-range",
                "section,row,number,x,y\\nA,1,1,0,\\n                    | 2 | coordinate-invalid",
                "section,row,number,x,z\\nA,1,1,0,0\\n                   | 1 | column-unknown",
                "section,row,number,x,y,kind\\nA,1,1,0,0,SOFA\\n         | 2 | kind-unknown",
                "section,row,number,x,y,kind,companionOf\\nA,1,1,0,0,COMPANION,A-1-2\\n"
                        + "| 2 | companion-invalid",
                "section,x,y,kind,capacity\\nP,0,0,STANDING,1000000\\n   | 2 | number-out-of-range",
                "section,row,number,x,y                                  | 0 | map-empty",
            })
    void aBadLineIsToldWithItsNumber(String csv, int line, String code) {
        var answer =
                park.csv("/api/venues/" + venue + "/seat-map", csv.replace("\\n", "\n"))
                        .is(400)
                        .says("map-invalid")
                        .tells(code);
        assertThat(answer.body().at("/errors/0/line").asInt(0)).as("%s", answer).isEqualTo(line);
        assertThat(park.get("/api/venues/" + venue).text("/mapVersion")).isEqualTo("1");
    }

    @Test
    void tellsAllBadLinesUpToAHundred() {
        var csv = new StringBuilder("section,row,number,x,y\n");
        for (int i = 0; i < 150; i++) {
            csv.append("A,1,0,0,0\n");
        }
        var answer = park.csv("/api/venues/" + venue + "/seat-map", csv.toString()).is(400);
        assertThat(answer.body().at("/errors")).hasSize(100);
        assertThat(answer.text("/errorCount")).isEqualTo("150");
        assertThat(answer.text("/errors/99/line")).isEqualTo("101");
    }

    @Test
    void refusesAMillionSeats() {
        var csv = new StringBuilder("section,row,number,x,y\n");
        for (int i = 0; i < 1_000_000; i++) {
            csv.append('A').append(i / 5_000).append(",1,").append(i % 5_000 + 1).append(",0,0\n");
        }
        var path = "/api/venues/" + venue + "/seat-map";
        park.csv(path, csv.toString()).is(400).tells("seats-too-many");
        csv.append(csv);
        park.csv(path, csv.toString()).is(413).says("body-too-large");
    }

    static Stream<Arguments> maps() {
        return Stream.of(
                Arguments.of("\"sections\": [", "\"sections\": [{,", 3, "json-broken"),
                Arguments.of("\"name\": \"작은 홀\"", "\"name\": \" \"", 0, "value-missing"),
                Arguments.of("Asia/Seoul", "Asia/Busan", 0, "time-zone-unknown"),
                Arguments.of("\"city\"", "\"town\"", 0, "unknown-field"),
                Arguments.of(
                        "\"number\": 5, \"x\": 150",
                        "\"number\": 4, \"x\": 150",
                        9,
                        "seat-duplicate"),
                Arguments.of(
                        "\"number\": 5, \"x\": 150",
                        "\"number\": \"5\", \"x\": 150",
                        9,
                        "number-invalid"),
                Arguments.of(
                        "\"companionOf\": \"A-1-1\"",
                        "\"companionOf\": \"A-1-3\"",
                        6,
                        "companion-invalid"),
                Arguments.of("\"aisleAfter\": true", "\"aisle\": true", 7, "unknown-field"),
                Arguments.of("\"capacity\": 20", "\"capacity\": 0", 14, "number-out-of-range"),
                Arguments.of("\"section\": \"B\"", "\"section\": \"A\"", 10, "section-duplicate"));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void aBadMapOpensNoVenue(String right, String wrong, int line, String code) {
        assertThat(Promoter.HALL).contains(right);
        var before = park.get("/api/venues").body();
        var answer =
                park.post("/api/venues", Promoter.HALL.replace(right, wrong))
                        .is(400)
                        .says("venue-invalid")
                        .tells(code);
        assertThat(answer.body().at("/errors").valueStream())
                .as("%s", answer)
                .anyMatch(error ->
                        error.at("/code").stringValue().equals(code)
                                && error.at("/line").asInt(0) == line);
        assertThat(park.get("/api/venues").body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"titleEn\": \"x\"} | value-missing",
                "{\"title\": \"x\", \"ageMin\": -1} | number-out-of-range",
                "{\"title\": \"x\", \"runningMinutes\": 0} | number-out-of-range",
                "{\"title\": \"x\", \"buyerSeatsMax\": 0} | number-out-of-range",
                "{\"title\": \"x\", \"posterUrl\": \"javascript:alert(1)\"} | url-invalid",
                "{\"title\": \"x\", \"posterUrl\": \"https://a:b@x.org/\"} | url-invalid",
                "{\"title\": \"x\", \"concertId\": \"Winter Serenade\"} | id-invalid",
            })
    void aBadConcertIsRefused(String body, String code) {
        park.post("/api/concerts", body).is(400).says("concert-invalid").tells(code);
    }

    static Stream<Arguments> dates() {
        var presale =
                "\"saleOpensAt\": \"2030-02-01T10:00\", \"presales\": [{\"name\": \"Fans\","
                        + " \"quota\": 10, \"opensAt\": \"2030-01-01T10:00\","
                        + " \"closesAt\": \"2030-01-03T10:00\","
                        + " \"codes\": [\"FAN-CLUB-0001\"]}, {\"name\": \"Cards\", \"quota\": 10,"
                        + " \"opensAt\": \"2030-01-03T10:00\", \"closesAt\": \"2030-01-05T10:00\","
                        + " \"codes\": [\"CARD-HOLDER-1\"]}],";
        var opens = "\"saleOpensAt\": \"2026-01-01T10:00:00Z\",";
        return Stream.of(
                Arguments.of("2030-12-24T19:30", "2020-12-24T19:30", "time-past"),
                Arguments.of("2030-12-24T19:30", "soon", "time-invalid"),
                Arguments.of("2030-12-24T19:30", "2999-12-24T19:30", "time-too-far"),
                Arguments.of("2030-12-24T18:30", "2020-12-24T18:30", "time-past"),
                Arguments.of(
                        "2026-01-01T10:00:00Z", "2030-12-24T18:30", "sale-closes-before-it-opens"),
                Arguments.of("2030-12-24T18:30", "2030-12-24T19:31", "sale-closes-after-the-start"),
                Arguments.of("150000", "-1", "price-out-of-range"),
                Arguments.of("150000", "100000001", "price-out-of-range"),
                Arguments.of("\"KRW\"}, \"seats\"", "\"USD\"}, \"seats\"", "currencies-mixed"),
                Arguments.of("[\"A\", \"B\"]", "[\"A\", \"Z\"]", "section-unknown"),
                Arguments.of("[\"A\", \"B\"]", "[\"A\"]", "seats-without-grade"),
                Arguments.of("[\"A\", \"B\"]", "[\"A\", \"B\", \"P\"]", "section-graded-twice"),
                Arguments.of("A-1-3", "A-9-9", "seat-unknown"),
                Arguments.of("\"VIP\"", "\"R\"", "grade-duplicate"),
                Arguments.of(opens, opens + "\"holdSeconds\": 0,", "number-out-of-range"),
                Arguments.of(opens, opens + "\"buyerSeatsMax\": 0,", "number-out-of-range"),
                Arguments.of(
                        opens,
                        opens + "\"feePolicy\": {\"policyId\": \"none\"},",
                        "fee-policy-unknown"),
                Arguments.of(opens, opens + "\"mapVersion\": 9,", "number-out-of-range"),
                Arguments.of(opens, opens + "\"scheduleId\": \"a b\",", "id-invalid"),
                Arguments.of(
                        opens,
                        presale.replace(
                                "10, \"opensAt\": \"2030-01-01", "0, \"opensAt\": \"2030-01-01"),
                        "number-out-of-range"),
                Arguments.of(
                        opens,
                        presale.replace(
                                "2030-01-03T10:00\", \"closesAt\": \"2030-01-05",
                                "2030-01-02T10:00\", \"closesAt\": \"2030-01-05"),
                        "presales-overlap"),
                Arguments.of(
                        opens,
                        presale.replace("2030-01-05", "2030-02-02"),
                        "presale-after-the-sale"),
                Arguments.of(opens, presale.replace("CARD-HOLDER-1", "SHORT"), "code-invalid"),
                Arguments.of(
                        opens, presale.replace("CARD-HOLDER-1", "fan-club-0001"), "code-duplicate"),
                Arguments.of(opens, presale.replace("[\"CARD-HOLDER-1\"]", "[]"), "codes-missing"));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void aBadDateIsRefused(String right, String wrong, String code) {
        var body = Promoter.date(venue, "");
        assertThat(body).contains(right);
        park.post("/api/concerts/" + concert + "/schedules", body.replace(right, wrong))
                .is(400)
                .says("schedule-invalid")
                .tells(code);
        assertThat(park.get("/api/back-office/concerts/" + concert).body().at("/schedules"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"seats\": [], \"reason\": \"x\"}                              | seats-missing",
                "{\"seats\": [\"A-1-1\", \"A-1-1\"], \"reason\": \"x\"}          | seat-twice",
                "{\"seats\": [\"A-1-1\"]} | value-missing",
                "{\"seats\": [\"A-1-1\"], \"reason\": \"x\", \"releaseAt\": \"2020-01-01T00:00\"}"
                        + "| time-past",
            })
    void aBadBlockIsRefused(String body, String code) {
        var schedule = park.draft();
        park.post("/api/schedules/" + schedule + "/blocks", body).is(400).tells(code);
    }

    @Test
    void aKeyIsAskedForWhereSomethingIsMade() {
        assertThat(park.put("/api/concerts/" + concert, "{\"title\": \"갈라\"}").status())
                .isEqualTo(200);
        park.post("/api/concerts", " ", "{}").is(400).says("idempotency-key-invalid");
    }
}
