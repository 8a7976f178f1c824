package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A promoter's days, over real HTTP on both servers. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class SettlementIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServiceUnderTest service;
    private final String promoter = "park-" + UUID.randomUUID();
    private final String token = TestIssuer.shared().tokenWithRoles(promoter, "promoter");
    private final String operator = TestIssuer.shared().tokenWithRoles("kim", "operator");

    SettlementIT(SqlServer server) {
        service = ServiceUnderTest.shared(OrderService.class, server);
    }

    /** Two tickets, 200,000 won; at a moment in UTC. */
    private OneBooking sold(String confirmedAt) {
        var booking = new OneBooking(service, "mina");
        booking.open();
        booking.confirm();
        service.write(
                "update orders set promoter_id = ?, confirmed_at = ? where booking_id = ?",
                promoter,
                confirmedAt,
                booking.id());
        return booking;
    }

    private void canceled(OneBooking booking, String closedAt) {
        booking.claim("c1", OneBooking.STARTS_AT.minusSeconds(8 * 86_400), null, "A-1-9");
        booking.close("c1");
        service.write(
                "update cancellations set closed_at = ? where booking_id = ?",
                closedAt,
                booking.id());
    }

    private JsonNode day(String date) {
        return json(service.get("/api/settlements/" + date, token));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static long total(JsonNode day, String what) {
        return day.at("/promoters/0/totals/0/" + what + "/amount").asLong(-1);
    }

    @Test
    void addsUpWhatWasSoldAndGivenBackOnADay() {
        sold("2026-03-01 03:00:00");
        canceled(sold("2026-03-01 04:00:00"), "2026-03-01 05:00:00");
        var day = day("2026-03-01");
        assertThat(day.at("/complete").asBoolean()).isTrue();
        assertThat(day.at("/zone").asString()).isEqualTo("Asia/Seoul");
        assertThat(total(day, "gross")).isEqualTo(400_000);
        assertThat(total(day, "refunds")).isEqualTo(81_000);
        assertThat(total(day, "fees")).isEqualTo(9_000);
        assertThat(total(day, "net")).isEqualTo(319_000);
        var line = day.at("/promoters/0/schedules/0");
        assertThat(line.at("/scheduleId").asString()).isEqualTo("winter-serenade-1");
        assertThat(line.at("/bookings").asInt()).isEqualTo(2);
        assertThat(line.at("/tickets").asInt()).isEqualTo(4);
        assertThat(line.at("/ticketsCanceled").asInt()).isEqualTo(1);
    }

    @Test
    void endsADayAtMidnightInSeoul() {
        sold("2026-03-04 15:00:00");
        sold("2026-03-05 14:59:59.999999");
        var late = sold("2026-03-05 15:00:00");
        assertThat(total(day("2026-03-05"), "gross")).isEqualTo(400_000);
        assertThat(total(day("2026-03-06"), "gross")).isEqualTo(200_000);
        canceled(late, "2026-03-08 00:00:00");
        assertThat(total(day("2026-03-08"), "net")).isEqualTo(-81_000);
        assertThat(total(day("2026-03-06"), "refunds")).isZero();
    }

    @Test
    void givesTheSameAsCsv() {
        canceled(sold("2026-03-01 04:00:00"), "2026-03-01 05:00:00");
        var answer =
                service.send(
                        HttpRequest.newBuilder(service.at("/api/settlements/2026-03-01"))
                                .header("Accept", "text/csv"),
                        token);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body().lines())
                .containsExactly(
                        "date,promoterId,concertId,scheduleId,currency,bookings,tickets,"
                                + "ticketsCanceled,gross,refunds,fees,net",
                        "2026-03-01,"
                                + promoter
                                + ",winter-serenade,winter-serenade-1,KRW,1,2,1,"
                                + "200000,81000,9000,119000");
    }

    @Test
    void showsAPromoterTheOwnSalesAloneAndAnOperatorEverybodys() {
        sold("2026-03-11 03:00:00");
        var other = TestIssuer.shared().tokenWithRoles("park-" + UUID.randomUUID(), "promoter");
        var path = "/api/settlements/2026-03-11";
        assertThat(json(service.get(path, other)).at("/promoters").size()).isZero();
        assertThat(json(service.get(path + "?promoter=" + promoter, other)).at("/promoters").size())
                .isZero();
        assertThat(
                        json(service.get(path, operator))
                                .at("/promoters")
                                .findValuesAsString("promoterId"))
                .contains(promoter);
        var one = json(service.get(path + "?promoter=" + promoter, operator));
        assertThat(one.at("/promoters").findValuesAsString("promoterId")).containsExactly(promoter);
    }

    @Test
    void isForPromotersAndOperatorsAlone() {
        var answer = service.getAs("mina", "/api/settlements/2026-03-01");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(answer.body()).at("/code").asString()).isEqualTo("role-missing");
        assertThat(service.get("/api/settlements/2026-03-01", null).statusCode()).isEqualTo(401);
    }

    @Test
    void saysThatTodayIsNotOver() {
        assertThat(
                        day(LocalDate.now(ZoneId.of("Asia/Seoul")).toString())
                                .at("/complete")
                                .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "20260301", "9999-12-31"})
    void refusesWhatIsNoDay(String date) {
        var answer = service.get("/api/settlements/" + date, token);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/code").asString()).isEqualTo("date-invalid");
    }
}
