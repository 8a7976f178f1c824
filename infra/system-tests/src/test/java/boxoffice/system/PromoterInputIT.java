package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a promoter should not send: each is told with its code, what has lines with the line, and
 * the tables are as they were.
 */
class PromoterInputIT {

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
        Promoter.block(schedule, "A-2-1");
    }

    private static Arguments map(String what, String flaw, int line, String csv) {
        return Arguments.of(what, flaw, line, csv);
    }

    static Stream<Arguments> badMaps() {
        var header = "section,row,number,x,y\n";
        var million =
                header
                        + IntStream.range(0, 1_000_000)
                                .mapToObj(n -> "A," + n / 9_999 + "," + (n % 9_999 + 1) + ",0,0")
                                .collect(Collectors.joining("\n"));
        return Stream.of(
                map("a broken line", "line-broken", 3, header + "A,1,1,0,0\nA,1,2\nA,1,3,0,0"),
                map("a quote left open", "line-broken", 3, header + "A,1,1,0,0\nA,\"1,2,0,0"),
                map(
                        "a seat twice",
                        "seat-duplicate",
                        4,
                        header + "A,1,1,0,0\nA,1,2,0,0\nA,1,1,5,5"),
                map("a column nobody knows", "column-unknown", 1, header.replace("x", "price")),
                map("a seat that has no place", "coordinate-invalid", 2, header + "A,1,1,,0"),
                map("a number that is none", "number-invalid", 2, header + "A,1,one,0,0"),
                map("no seats", "map-empty", 0, header),
                map("a million seats", "seats-too-many", 100_002, million));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badMaps")
    void importsNothingOfABrokenMap(String what, String flaw, int line, String csv) {
        var path = "/api/venues/" + venue + "/seat-map?stageX=0";
        var refused =
                BackOffice.leavesAllAsItWas(
                        schedule,
                        () ->
                                Promoter.ask("POST", path, "text/csv", csv)
                                        .expectProblem(400, "map-invalid"));
        assertThat(flaws(refused)).contains(flaw);
        if (line > 0) {
            assertThat(StreamSupport.stream(refused.body().path("errors").spliterator(), false))
                    .as("%s", refused.body())
                    .anySatisfy(error -> {
                        assertThat(error.path("code").asString("")).isEqualTo(flaw);
                        assertThat(error.path("line").asInt(-1)).isEqualTo(line);
                    });
        }
    }

    private static Arguments date(String what, String flaw, String body) {
        return Arguments.of(what, flaw, body);
    }

    static Stream<Arguments> badDates() {
        var now = Instant.now();
        var body = Promoter.openDate("never-made", "VENUE", "");
        var price = "\"amount\": " + Promoter.PRICE;
        return Stream.of(
                date(
                        "a price below nothing",
                        "price-out-of-range",
                        body.replace(price, "\"amount\": -1")),
                date(
                        "a price of nothing",
                        "price-out-of-range",
                        body.replace(price, "\"amount\": 0")),
                date(
                        "a price too high",
                        "price-out-of-range",
                        body.replace(price, "\"amount\": 100000001")),
                date(
                        "a section that is not there",
                        "section-unknown",
                        body.replace("\"A\"", "\"Z\"")),
                date("no grade", "grades-missing", body.replaceFirst("(?s)\\[.*]", "[]")),
                date(
                        "a sale that closes before it opens",
                        "sale-closes-before-it-opens",
                        Promoter.date(
                                "never-made", "VENUE", Promoter.inDays(29).plusSeconds(9), "")),
                date(
                        "a day that has passed",
                        "time-past",
                        body.replaceAll(
                                "(\"startsAt\": \")[^\"]*", "$1" + now.minus(Duration.ofDays(1)))),
                date(
                        "a time that is none",
                        "time-invalid",
                        body.replaceAll("(\"startsAt\": \")[^\"]*", "$1tomorrow")),
                date("presales that overlap", "presales-overlap", presales(5, 1)),
                date("a presale of no seats", "number-out-of-range", presales(0, 2)),
                date("a presale of minus one seat", "number-out-of-range", presales(-1, 2)),
                date(
                        "a code that can be guessed",
                        "code-invalid",
                        presales(5, 2).replace("FANS-2027", "FANS")),
                date("a hold of no time", "number-out-of-range", with("\"holdSeconds\": 0")),
                date("nobody may buy", "number-out-of-range", with("\"buyerSeatsMax\": 0")));
    }

    private static String with(String more) {
        return Promoter.openDate("never-made", "VENUE", more);
    }

    /**
     * @param days from the first presale's beginning to the second's; the first takes two
     */
    static String presales(int quota, int days) {
        var presale =
                """
                {"name": "%s", "opensAt": "%s", "closesAt": "%s", "quota": %d, "codes": ["%s"]}
                """;
        var first =
                presale.formatted(
                        "Fans", Promoter.inDays(1), Promoter.inDays(3), quota, "FANS-2027");
        var second =
                presale.formatted(
                        "Card", Promoter.inDays(1 + days), Promoter.inDays(9), 5, "CARD-2027");
        return Promoter.date(
                "never-made",
                "VENUE",
                Promoter.inDays(10),
                "\"presales\": [" + first + ", " + second + "]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badDates")
    void makesNoDateOfRulesThatCannotBe(String what, String flaw, String body) {
        var path = "/api/concerts/" + concert + "/schedules";
        var sent = body.replace("VENUE", venue);
        var refused =
                BackOffice.leavesAllAsItWas(
                        schedule,
                        () ->
                                Promoter.ask("POST", path, sent)
                                        .expectProblem(400, "schedule-invalid"));
        assertThat(flaws(refused)).contains(flaw);
        Promoter.look("/api/back-office/schedules/never-made").expect(404);
    }

    private static Arguments change(
            String what, String method, String path, int status, String code, String body) {
        return Arguments.of(what, method, path, status, code, body);
    }

    static Stream<Arguments> badChanges() {
        var seats = "/api/schedules/DATE/seats";
        var blocks = "/api/schedules/DATE/blocks";
        var price = "{\"seats\": [\"%s\"], \"price\": {\"amount\": %d, \"currency\": \"%s\"}}";
        var kept = "{\"seats\": [\"A-2-1\"], \"reason\": \"again\"}";
        var seatOfAir = "{\"seats\": [\"A-9-9\"], \"reason\": \"air\"}";
        var past =
                "{\"seats\": [\"A-1-1\"], \"reason\": \"x\", \"releaseAt\": \"2020-01-01T10:00\"}";
        return Stream.of(
                change(
                        "a price below nothing",
                        "PATCH",
                        seats,
                        400,
                        "change-invalid",
                        price.formatted("A-1-1", -5, "KRW")),
                change(
                        "another currency",
                        "PATCH",
                        seats,
                        400,
                        "change-invalid",
                        price.formatted("A-1-1", 5, "USD")),
                change(
                        "the price of a seat that is not there",
                        "PATCH",
                        seats,
                        409,
                        "seats-in-the-way",
                        price.formatted("A-9-9", 5, "KRW")),
                change("a block of seats kept back", "POST", blocks, 409, "seats-in-the-way", kept),
                change("a block of no seat", "POST", blocks, 409, "seats-in-the-way", seatOfAir),
                change("a block that is over", "POST", blocks, 400, "block-invalid", past));
    }

    static Stream<Arguments> badMoves() {
        return Stream.of(
                change(
                        "a state that is none",
                        "POST",
                        "/api/schedules/DATE/state",
                        400,
                        "invalid-field",
                        "{\"state\": \"OPEN\"}"),
                change(
                        "a state that does not come next",
                        "POST",
                        "/api/schedules/DATE/state",
                        409,
                        "state-not-allowed",
                        "{\"state\": \"DRAFT\"}"),
                change(
                        "a sale that opens anew",
                        "PATCH",
                        "/api/schedules/DATE",
                        400,
                        "schedule-invalid",
                        "{\"saleOpensAt\": \"%s\"}".formatted(Promoter.inDays(1))),
                change(
                        "a limit begun on the way",
                        "PATCH",
                        "/api/schedules/DATE",
                        400,
                        "schedule-invalid",
                        "{\"buyerSeatsMax\": 4}"),
                change(
                        "a concert without a title",
                        "POST",
                        "/api/concerts",
                        400,
                        "concert-invalid",
                        "{\"concertId\": \"never-made\"}"),
                change(
                        "a date that is not there",
                        "POST",
                        "/api/schedules/never-made/state",
                        404,
                        "schedule-not-found",
                        "{\"state\": \"ON_SALE\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"badChanges", "badMoves"})
    void changesNothingThatMayNotBeChanged(
            String what, String method, String path, int status, String code, String body) {
        BackOffice.leavesAllAsItWas(
                schedule,
                () ->
                        Promoter.ask(method, path.replace("DATE", schedule), body)
                                .expectProblem(status, code));
    }

    private static List<String> flaws(Answer refused) {
        return StreamSupport.stream(refused.body().path("errors").spliterator(), false)
                .map(error -> error.path("code").asString(""))
                .toList();
    }
}
