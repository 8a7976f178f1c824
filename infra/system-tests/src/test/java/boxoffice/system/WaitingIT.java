package boxoffice.system;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who wants to know how a booking goes on waits for it, and need not ask in a loop. */
class WaitingIT {

    private final Buyer buyer = Buyer.withPoints(1_000_000);

    private Answer held() {
        return buyer.bookPatiently("k", Seats.ARENA, Seats.inTheArena(1)).expect(201);
    }

    private Answer watch(String id, String prefer, String etag) {
        return Http.get(
                "/api/bookings/" + id,
                Map.of(
                        "Authorization",
                        "Bearer " + buyer.token(),
                        "Prefer",
                        prefer,
                        "If-None-Match",
                        etag));
    }

    private Answer book(String prefer, List<String> seats) {
        var headers = new TreeMap<>(buyer.headers("k"));
        headers.put("Prefer", prefer);
        var body = Buyer.bodyOf(Seats.ARENA, seats);
        return Http.post("/api/bookings", headers, body);
    }

    @Test
    void tellsAtOnceWhatTheBuyerHasNotSeenYet() {
        var id = held().text("bookingId");

        var answer = watch(id, "wait=10", "\"another\"").expect(200);

        assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(answer.header("Preference-Applied")).isEmpty();
    }

    @Test
    void waitsUntilTheBookingIsAnother() {
        var id = held().text("bookingId");
        var seen = buyer.booking(id).expect(200).header("ETag");

        var watched = supplyAsync(() -> watch(id, "wait=10", seen));
        Wait.pause(Duration.ofMillis(500));
        assertThat(watched).isNotDone();
        buyer.cancelPatiently(id, "c").expect(200);

        var answer = watched.join().expect(200);
        assertThat(answer.text("status")).isEqualTo("CANCELED");
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.header("ETag")).isNotEqualTo(seen);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
        assertThat(watch(id, "wait=10", answer.header("ETag")).expect(304).took())
                .as("what has ended is not waited for")
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void saysThatNothingHasChangedWhenTheWaitIsOver() {
        var id = held().text("bookingId");
        var seen = buyer.booking(id).expect(200).header("ETag");

        var answer = watch(id, "respond-async, wait=1", seen).expect(304);

        assertThat(answer.took()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
        assertThat(answer.header("ETag")).isEqualTo(seen);
        assertThat(watch(id, "wait=soon", seen).expect(304).took())
                .as("nonsense is no preference")
                .isLessThan(Duration.ofMillis(900));
    }

    @Test
    void letsOneBuyerWaitInAFewPlacesOnly() {
        var id = held().text("bookingId");
        var seen = buyer.booking(id).expect(200).header("ETag");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 12)
                            .mapToObj(_ -> supplyAsync(() -> watch(id, "wait=3", seen), threads))
                            .toList()
                            .stream()
                            .map(answer -> answer.join())
                            .toList();

            assertThat(answers).filteredOn(answer -> answer.status() == 304).hasSize(8);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 304)
                    .hasSize(4)
                    .allSatisfy(answer -> answer.expectProblem(429, "too-many-waits"));
        }
    }

    @Test
    void waitsLongerForTheSeatsWhereThatIsPreferred() throws Exception {
        var seats = Seats.inTheArena(1);
        var lock =
                Lock.on(
                        Service.CONCERT,
                        "select * from seats where schedule_id = ? and seat_no = ? for update",
                        Seats.ARENA,
                        seats.getFirst());
        try (lock) {
            assertThat(book("wait=1", seats).expect(202).took())
                    .isLessThan(Duration.ofMillis(1_900));
            var waiting = supplyAsync(() -> book("wait=10", seats));
            Wait.pause(Duration.ofMillis(2_500));
            assertThat(waiting).as("longer than without").isNotDone();
            lock.close();

            var answer = waiting.join().expect(201);
            assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
            assertThat(answer.text("status")).isEqualTo("AWAITING_PAYMENT");
        }
    }

    @Test
    void saysInKoreanWhyACardIsOfNoUse() {
        var id = held().text("bookingId");
        var headers = new TreeMap<>(buyer.headers("p"));
        headers.put("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5");

        var answer =
                Http.post(
                        "/api/bookings/" + id + "/payment",
                        headers,
                        "{\"method\": \"CARD\", \"paymentMethodId\": \"4242\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-payment-method");
        assertThat(answer.text("title")).isEqualTo("잘못된 요청");
        assertThat(answer.text("detail")).contains("카드 번호는 절대 보내지 마세요");
        assertThat(answer.header("Content-Language")).isEqualTo("ko");
    }
}
