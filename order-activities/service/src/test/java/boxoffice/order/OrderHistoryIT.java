package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an order is called by people, and what it tells of itself. */
class OrderHistoryIT {

    private final ServiceUnderTest service =
            ServiceUnderTest.shared(OrderService.class, Databases.any());
    private final String mina = "mina-" + UUID.randomUUID();

    @Test
    void isFoundByItsNumberHoweverItIsWritten() {
        var booking = confirmed();
        var order = json(service.getAs(mina, "/api/orders/" + booking.id()));
        var number = order.at("/orderNumber").asString();
        assertThat(number).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
        var listed = json(service.getAs(mina, "/api/orders")).at("/orders/0/orderNumber");
        assertThat(listed.asString()).isEqualTo(number);
        var typed = number.toLowerCase(Locale.ROOT).replace("-", "").replace('0', 'o');
        for (var name : List.of(number, typed, typed.replace('1', 'L'), number + "%20")) {
            assertThat(json(service.getAs(mina, "/api/orders/" + name))).isEqualTo(order);
        }
        var quote = "/api/orders/" + number + "/cancellation-quote";
        assertThat(service.getAs(mina, quote).body()).contains(booking.id());
        assertThat(service.getAs("somebody-else", "/api/orders/" + number).statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsWhatBecameOfIt() {
        var booking = confirmed();
        booking.claim("c1", "A-1-9");
        booking.close("c1");
        booking.claim("c2");
        var order = json(service.getAs(mina, "/api/orders/" + booking.id()));
        assertThat(eventsOf(order))
                .containsExactly(
                        "OPENED",
                        "CONFIRMED",
                        "CANCELLATION_BEGUN",
                        "LINES_CANCELED",
                        "CANCELLATION_BEGUN");
        assertThat(order.at("/history/0/at")).isEqualTo(order.at("/openedAt"));
        assertThat(order.at("/history/1").propertyNames()).containsExactly("event", "at");
        var canceled = order.at("/history/3");
        assertThat(canceled.propertyNames())
                .containsExactlyInAnyOrder("event", "at", "cause", "lines", "refund", "fee");
        assertThat(canceled.at("/lines").toString()).isEqualTo("[\"A-1-9\"]");
        assertThat(canceled.at("/refund/amount").asLong() + canceled.at("/fee/amount").asLong())
                .isEqualTo(90_000);
        assertThat(order.at("/history/4/lines/0").asString()).isEqualTo("A-1-12");
    }

    @Test
    void tellsThatAnOrderEndedUnsoldAndThatSomeNeverBegan() {
        var expired = new OneBooking(service, mina);
        expired.open();
        expired.cancel("EXPIRED");
        var order = json(service.getAs(mina, "/api/orders/" + expired.id()));
        assertThat(eventsOf(order)).containsExactly("OPENED", "CANCELED");
        assertThat(order.at("/history/1/reason").asString()).isEqualTo("EXPIRED");
        var undoneFirst = new OneBooking(service, mina);
        undoneFirst.cancel("SEATS_TAKEN");
        undoneFirst.open();
        assertThat(eventsOf(json(service.getAs(mina, "/api/orders/" + undoneFirst.id()))))
                .containsExactly("CANCELED");
    }

    @Test
    void readsAnOrderWithItsHistoryInFourStatements() {
        var booking = confirmed();
        var path = "/api/orders/" + booking.id();
        assertThat(service.statementsOf(() -> service.getAs(mina, path))).hasSize(4);
    }

    private static List<String> eventsOf(JsonNode order) {
        return order.at("/history").valueStream().map(it -> it.at("/event").asString()).toList();
    }

    private OneBooking confirmed() {
        var booking = new OneBooking(service, mina);
        booking.open();
        booking.confirm();
        return booking;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
