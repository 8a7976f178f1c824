package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a buyer sees of the own orders, over real HTTP with real tokens. */
class OrderRestIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServiceUnderTest service =
            ServiceUnderTest.shared(OrderService.class, Databases.any());
    private final String mina = "mina-" + UUID.randomUUID();

    @Test
    void showsWhatWasBought() {
        var booking = confirmed();
        var order = json(service.getAs(mina, "/api/orders/" + booking.id()));
        assertThat(order.propertyNames())
                .containsExactlyInAnyOrder(
                        "orderId",
                        "orderNumber",
                        "state",
                        "scheduleId",
                        "openedAt",
                        "concertId",
                        "concertTitle",
                        "venueName",
                        "startsAt",
                        "lines",
                        "total",
                        "confirmedAt",
                        "history");
        assertThat(order.at("/orderId").asString()).isEqualTo(booking.id());
        assertThat(order.at("/state").asString()).isEqualTo("CONFIRMED");
        assertThat(order.at("/venueName").asString()).isEqualTo("한강 콘서트홀");
        assertThat(order.at("/startsAt").asString()).isEqualTo("2026-12-24T10:30:00.123456Z");
        assertThat(order.at("/lines/0/seatNo").asString()).isEqualTo("A-1-9");
        assertThat(order.at("/lines/1/seatNo").asString()).isEqualTo("A-1-12");
        assertThat(order.at("/lines/1/price/amount").asLong()).isEqualTo(110_000);
        assertThat(order.at("/total").toString())
                .isEqualTo("{\"amount\":200000,\"currency\":\"KRW\"}");
    }

    @Test
    void showsAPendingOrderAndWhyOneWasCanceled() {
        var pending = new OneBooking(service, mina);
        pending.open();
        var shown = json(service.getAs(mina, "/api/orders/" + pending.id()));
        assertThat(shown.propertyNames())
                .containsExactlyInAnyOrder("orderId", "state", "scheduleId", "openedAt", "history");
        pending.cancel("BY_BUYER");
        var canceled = json(service.getAs(mina, "/api/orders/" + pending.id()));
        assertThat(canceled.at("/state").asString()).isEqualTo("CANCELED");
        assertThat(canceled.at("/reason").asString()).isEqualTo("BY_BUYER");
        assertThat(canceled.at("/canceledAt").isMissingNode()).isFalse();
    }

    @Test
    void tellsTimesRightWhateverTimeZoneTheProcessHas() {
        var home = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
        try {
            var booking = confirmed();
            var order = json(service.getAs(mina, "/api/orders/" + booking.id()));
            assertThat(order.at("/startsAt").asString()).isEqualTo(OneBooking.STARTS_AT.toString());
            assertThat(Instant.parse(order.at("/openedAt").asString()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
        } finally {
            TimeZone.setDefault(home);
        }
    }

    @Test
    void hidesTheOrdersOfOthers() {
        var booking = confirmed();
        var path = "/api/orders/" + booking.id();
        assertProblem(service.getAs("somebody-else", path), 404, "order-not-found");
        assertProblem(service.getAs(mina.toUpperCase(Locale.ROOT), path), 404, "order-not-found");
        assertThat(json(service.getAs("nobody", "/api/orders")).at("/orders")).isEmpty();
    }

    @Test
    void knowsNoOrderUnderAnUnknownOrMalformedId() {
        for (var id :
                List.of(
                        UUID.randomUUID().toString(),
                        "17",
                        "%20",
                        "%27%20or%201=1",
                        "x".repeat(900))) {
            assertProblem(service.getAs(mina, "/api/orders/" + id), 404, "order-not-found");
        }
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        var opened = IntStream.range(0, 5).mapToObj(_ -> confirmed().id()).toList();
        var seen = new ArrayList<String>();
        var path = "/api/orders?limit=2";
        for (var page = 0; page < 3; page++) {
            var answer = json(service.getAs(mina, path));
            answer.at("/orders").forEach(order -> seen.add(order.at("/orderId").asString()));
            assertThat(answer.has("next")).isEqualTo(page < 2);
            path = "/api/orders?limit=2&cursor=" + answer.at("/next").asString();
        }
        assertThat(seen).containsExactlyElementsOf(opened.reversed());
    }

    @Test
    void skipsNoneOfThoseOpenedInTheSameMoment() {
        var ids = IntStream.range(0, 4).mapToObj(_ -> confirmed().id()).toList();
        service.write("update orders set opened_at = '2026-11-01' where buyer_id = ?", mina);
        var seen = new ArrayList<String>();
        var path = "/api/orders?limit=1";
        for (var page = 0; page < 4; page++) {
            var answer = json(service.getAs(mina, path));
            seen.add(answer.at("/orders/0/orderId").asString());
            path = "/api/orders?limit=1&cursor=" + answer.at("/next").asString();
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void showsTwentyUnlessAskedForMore() {
        IntStream.range(0, 21).forEach(_ -> new OneBooking(service, mina).open());
        assertThat(json(service.getAs(mina, "/api/orders")).at("/orders")).hasSize(20);
        assertThat(json(service.getAs(mina, "/api/orders?limit=100")).at("/orders")).hasSize(21);
    }

    @Test
    void readsAPageInThreeStatementsHoweverManyOrdersItHas() {
        IntStream.range(0, 5).forEach(_ -> confirmed());
        assertThat(service.statementsOf(() -> service.getAs(mina, "/api/orders"))).hasSize(3);
    }

    @Test
    void refusesALimitThatIsNone() {
        for (var limit : List.of("0", "-1", "101", "many", "2.5", "99999999999")) {
            assertProblem(service.getAs(mina, "/api/orders?limit=" + limit), 400, "limit-invalid");
        }
    }

    @Test
    void refusesAForgedCursor() {
        var another = new OneBooking(service, "somebody-else");
        another.open();
        for (var cursor : List.of("1", "%00", another.id(), UUID.randomUUID().toString(), "")) {
            assertProblem(
                    service.getAs(mina, "/api/orders?cursor=" + cursor), 400, "cursor-invalid");
        }
    }

    @Test
    void refusesACursorOfAnotherBuyerOrOfAnotherState() {
        IntStream.range(0, 2).forEach(_ -> new OneBooking(service, mina).open());
        var next = json(service.getAs(mina, "/api/orders?limit=1")).at("/next").asString();
        var path = "/api/orders?cursor=" + next;
        assertThat(service.getAs(mina, path).statusCode()).isEqualTo(200);
        assertProblem(service.getAs("somebody-else", path), 400, "cursor-invalid");
        assertProblem(service.getAs(mina, path + "&state=PENDING"), 400, "cursor-invalid");
    }

    @Test
    void listsTheOrdersOfOneStateByPage() {
        var sold = IntStream.range(0, 3).mapToObj(_ -> confirmed().id()).toList();
        new OneBooking(service, mina).open();
        var path = "/api/orders?state=CONFIRMED&limit=2";
        var first = json(service.getAs(mina, path));
        var second = json(service.getAs(mina, path + "&cursor=" + first.at("/next").asString()));
        assertThat(idsOf(first)).containsExactly(sold.get(2), sold.get(1));
        assertThat(idsOf(second)).containsExactly(sold.get(0));
        assertThat(second.has("next")).isFalse();
        assertProblem(service.getAs(mina, "/api/orders?state=sold"), 400, "state-invalid");
    }

    private static List<String> idsOf(JsonNode page) {
        return page.at("/orders").valueStream().map(it -> it.at("/orderId").asString()).toList();
    }

    @Test
    void wantsATokenThatIsValidAndMeantForBoxoffice() {
        var issuer = TestIssuer.shared();
        assertProblem(service.get("/api/orders", null), 401, "token-missing");
        assertProblem(service.get("/api/orders", "no.real.token"), 401, "token-invalid");
        var foreign = issuer.token(mina, "another", Duration.ofMinutes(5));
        assertProblem(service.get("/api/orders", foreign), 401, "token-invalid");
        var expired = issuer.token(mina, "boxoffice", Duration.ofMinutes(-5));
        assertProblem(service.get("/api/orders", expired), 401, "token-invalid");
        var nameless = issuer.token("b".repeat(121));
        assertProblem(service.get("/api/orders", nameless), 403, "subject-invalid");
    }

    @Test
    void hasNothingToWriteHere() {
        var post = HttpRequest.newBuilder(service.at("/api/orders"));
        var answer =
                service.send(
                        post.POST(HttpRequest.BodyPublishers.ofString("{}")),
                        TestIssuer.shared().token(mina));
        assertProblem(answer, 405, "method-not-allowed");
    }

    private OneBooking confirmed() {
        var booking = new OneBooking(service, mina);
        booking.open();
        booking.confirm();
        return booking;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
        var problem = JSON.readTree(answer.body());
        assertThat(problem.at("/code").asString()).isEqualTo(code);
        assertThat(problem.at("/detail").asString()).isNotBlank();
        assertThat(problem.at("/traceId").asString()).matches("[0-9a-f]{32}");
    }
}
