package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.contract.ConcertActivities;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.kernel.ScheduleId;
import boxoffice.testing.Databases;
import boxoffice.testing.service.ApiContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue over real HTTP, with the sample data. */
class CatalogueRestIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static Tokens tokens;
    private static RunningService service;
    private static HttpClient http;
    private static ApiContract contract;

    @BeforeAll
    static void start() throws Exception {
        tokens = new Tokens();
        var settings =
                IntStream.range(0, 3)
                        .mapToObj(
                                i -> i < 2 ? tokens.settings()[i] : "--boxoffice.sample-data=true")
                        .toArray(String[]::new);
        service = RunningService.own(Databases.any().fresh("concert"), settings);
        http = HttpClient.newHttpClient();
        var document = request("/api/openapi/concert.json").build();
        contract = ApiContract.of(http.send(document, BodyHandlers.ofString()).body());
    }

    @AfterAll
    static void stop() {
        http.close();
        service.close();
        tokens.close();
    }

    @Test
    void listsConcertsByTheirNextDateForAnybody() throws Exception {
        var answer = get("/api/concerts");

        assertThat(answer.statusCode()).isEqualTo(200);
        var concerts = JSON.readTree(answer.body()).at("/concerts");
        assertThat(concerts.valueStream())
                .extracting(concert -> concert.at("/concertId").stringValue())
                .containsExactly("city-lights", "winter-serenade", "spring-overture");
        assertThat(concerts.at("/1/nextDate/scheduleId").stringValue())
                .isEqualTo("winter-serenade-1");
        assertThat(concerts.at("/1/dates").intValue()).isEqualTo(3);
    }

    @Test
    void describesAConcert() throws Exception {
        var concert = json("/api/concerts/winter-serenade");

        assertThat(concert.at("/title").stringValue()).isEqualTo("겨울 세레나데");
        assertThat(concert.at("/titleEn").stringValue()).isEqualTo("Winter Serenade");
        assertThat(concert.at("/performers").stringValue()).contains("한강 필하모닉");
        assertThat(concert.at("/runningMinutes").intValue()).isEqualTo(110);
        assertThat(concert.at("/ageMin").intValue()).isEqualTo(8);
        assertThat(concert.has("posterUrl")).as("nobody has said it").isFalse();
    }

    @Test
    void listsTheDatesOfAConcert() throws Exception {
        var schedules = json("/api/concerts/winter-serenade/schedules").at("/schedules");

        assertThat(schedules.valueStream())
                .extracting(schedule -> schedule.at("/scheduleId").stringValue())
                .containsExactly("winter-serenade-1", "winter-serenade-2", "winter-serenade-3");
        assertThat(schedules.at("/1/holdSeconds").intValue()).isEqualTo(20);
        assertThat(schedules.at("/1/freeSeats").intValue()).isEqualTo(448);
    }

    @Test
    void showsOneDate() throws Exception {
        var schedule = json("/api/schedules/city-lights-1");

        assertThat(schedule.at("/venue/venueId").stringValue()).isEqualTo("namsan-arena");
        assertThat(schedule.at("/venue/nameEn").stringValue()).isEqualTo("Namsan Arena");
        assertThat(schedule.at("/venue/city").stringValue()).isEqualTo("서울");
        assertThat(schedule.at("/seats").intValue()).isEqualTo(2_400);
        assertThat(schedule.at("/freeSeats").intValue()).isEqualTo(2_392);
        assertThat(instant(schedule, "/freeSeatsAsOf"))
                .isBetween(Instant.now().minusSeconds(1), Instant.now());
        assertThat(instant(schedule, "/startsAt")).isAfter(Instant.now());
        assertThat(schedule.at("/localStartsAt").stringValue()).endsWith("T19:00:00+09:00");
        assertThat(OffsetDateTime.parse(schedule.at("/localStartsAt").stringValue()).toInstant())
                .isEqualTo(instant(schedule, "/startsAt"));
        assertThat(instant(schedule, "/saleOpensAt")).isBefore(Instant.now());
        assertThat(schedule.at("/grades").valueStream())
                .extracting(grade -> grade.at("/grade").stringValue())
                .containsExactly("VIP", "R", "S", "A");
        assertThat(schedule.at("/grades/2/price/amount").longValue()).isEqualTo(132_000);
        assertThat(schedule.at("/grades/2/freeSeats").intValue()).isEqualTo(792);
    }

    @ParameterizedTest
    @CsvSource({
        "winter-serenade-1, ON_SALE",
        "spring-overture-2, NOT_YET",
        "city-lights-0,     CLOSED"
    })
    void saysWhatABuyerCanDo(String schedule, String sale) throws Exception {
        assertThat(json("/api/schedules/" + schedule).at("/sale").stringValue()).isEqualTo(sale);
    }

    @Test
    void showsSeatsByTheirDrawing() throws Exception {
        var map = json("/api/schedules/winter-serenade-1/seats");
        assertThat(map.at("/seats").intValue()).isEqualTo(452);
        assertThat(map.at("/ageMsMax").intValue()).isEqualTo(1_000);
        assertThat(map.at("/grades/0/price/amount").longValue()).isEqualTo(110_000);
        assertThat(map.at("/grades/0/price/currency").stringValue()).isEqualTo("KRW");
        assertThat(map.at("/gradeRuns").toString())
                .as("sections A, B, C, V")
                .isEqualTo(
                        "[{\"grade\":0,\"seats\":128},{\"grade\":1,\"seats\":128},"
                                + "{\"grade\":2,\"seats\":160},{\"grade\":3,\"seats\":36}]");

        var drawing = get(map.at("/seatMap").stringValue());
        assertThat(drawing.headers().firstValue("Cache-Control"))
                .contains("max-age=31536000, public, immutable");
        var house = JSON.readTree(drawing.body());
        assertThat(house.at("/stage/x").intValue()).isEqualTo(600);
        var seatNos =
                house.at("/sections")
                        .valueStream()
                        .flatMap(section -> section.at("/rows").valueStream())
                        .flatMap(row -> row.at("/seats").valueStream())
                        .map(seat -> seat.at("/seatNo").stringValue())
                        .toList();
        var states = map.at("/states").stringValue();
        assertThat(seatNos).hasSize(states.length()).startsWith("A-1-1", "A-1-2");
        assertThat(IntStream.range(0, states.length()).filter(i -> states.charAt(i) == 'B'))
                .extracting(seatNos::get)
                .containsExactly("B-8-7", "B-8-8", "B-8-9", "B-8-10");
    }

    @Test
    void sampleSeatsCanBeHeld() {
        hold("winter-serenade-1", "A-1-1");
    }

    private static void hold(String schedule, String seatNo) {
        var outcome =
                service.bean(ConcertActivities.class)
                        .holdSeats(
                                new HoldSeats(
                                        House.booking(),
                                        House.buyer("mina"),
                                        new ScheduleId(schedule),
                                        List.of(seatNo),
                                        Instant.now()));
        assertThat(outcome).isInstanceOf(SeatsHeld.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/concerts/nothing,                        404, concert-not-found",
        "/api/concerts/nothing/schedules,              404, concert-not-found",
        "/api/concerts/%20,                            404, concert-not-found",
        "/api/schedules/nothing,                       404, schedule-not-found",
        "/api/schedules/nothing/seats,                 404, schedule-not-found",
        "/api/schedules/WINTER-SERENADE-1,             404, schedule-not-found",
        "/api/schedules/%F0%9F%8E%B8/seats,            404, schedule-not-found",
        "/api/schedules/' or '1'='1/seats,             404, schedule-not-found",
        "/api/schedules/a234567890b234567890c234567890d234567890e, 404, schedule-not-found",
        "/api/schedules/winter-serenade-1%20,          404, schedule-not-found",
        "/api/venues/nothing/seat-maps/1,              404, seat-map-not-found",
        "/api/venues/hangang-hall/seat-maps/2,         404, seat-map-not-found",
        "/api/venues/hangang-hall/seat-maps/one,       404, seat-map-not-found",
        "/api/concerts?limit=0,                        400, limit-invalid",
        "/api/concerts?limit=101,                      400, limit-invalid",
        "/api/concerts?sort=price,                     400, sort-invalid",
        "/api/concerts?cursor=nonsense,                400, cursor-invalid",
        "/api/concerts?from=tomorrow,                  400, from-invalid",
        "/api/concerts?from=99999-01-01,               400, from-invalid",
        "/api/concerts?to=2026-13-01,                  400, to-invalid",
        "/api/concerts?from=2026-12-24&to=2026-12-23,  400, to-invalid",
        "/api/concerts?text=a b c d e f g h i,         400, text-invalid",
        "/api/concerts?text=a%00b,                     400, text-invalid",
        "/api/concerts?city=a%07b,                     400, city-invalid",
        "/api/concerts/a/b/c,                          404, not-found",
        "/api/schedules/a%0ab,                         400, path-invalid",
        "/api//schedules/x,                            400, path-invalid"
    })
    void answersAPathThatNamesNothingWithAProblem(String path, int status, String code)
            throws Exception {
        var answer = get(path.replace(" ", "%20").replace("'", "%27"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        var problem = JSON.readTree(answer.body());
        assertThat(problem.at("/code").stringValue()).isEqualTo(code);
        assertThat(problem.at("/traceId").stringValue()).hasSize(32);
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE"})
    void nobodyWritesToTheCatalogue(String method) throws Exception {
        var request =
                request("/api/concerts")
                        .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json");
        var token = tokens.token("boxoffice", Instant.now().plusSeconds(60));

        assertThat(send(request.copy()).statusCode()).isEqualTo(401);
        var answer = send(request.copy().header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(JSON.readTree(answer.body()).at("/code").stringValue())
                .isEqualTo("method-not-allowed");
    }

    @Test
    void whatIsNotTheCatalogueWantsAGoodToken() throws Exception {
        var soon = Instant.now().plusSeconds(60);
        assertRefused(get("/api/holds"), "token-missing");
        assertRefused(withToken("nonsense"), "token-invalid");
        assertRefused(withToken(tokens.token("somebody-else", soon)), "token-invalid");
        assertRefused(
                withToken(tokens.token("boxoffice", Instant.now().minusSeconds(120))),
                "token-invalid");
        try (var forger = new Tokens()) {
            assertRefused(withToken(forger.token("boxoffice", soon)), "token-invalid");
        }

        assertThat(withToken(tokens.token("boxoffice", soon)).statusCode()).isEqualTo(404);
    }

    private static Instant instant(JsonNode body, String field) {
        return Instant.parse(body.at(field).stringValue());
    }

    private static HttpResponse<String> withToken(String token) throws Exception {
        return get("/api/holds", "Authorization", "Bearer " + token);
    }

    private static void assertRefused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(answer.body()).at("/code").stringValue()).isEqualTo(code);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    private static JsonNode json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + service.port()).resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        contract.hold(answer);
        return answer;
    }
}
