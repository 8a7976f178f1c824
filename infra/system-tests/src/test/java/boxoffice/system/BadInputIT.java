package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nobody should send, over real HTTP: each is a 4xx problem with its code. What is refused for
 * its form never reaches a database; what the services refuse leaves its fence, ended, and no more.
 */
class BadInputIT {

    private static final String KEY_LONGEST = "k".repeat(128);

    static Stream<Arguments> badForms() {
        var seat = "\"U-25-1\"";
        var schedule = "\"scheduleId\": \"" + Seats.ARENA + "\"";
        var thousand =
                String.join(
                        ", ",
                        IntStream.range(0, 1_000).mapToObj(n -> "\"U-1-" + n + "\"").toList());
        return Stream.of(
                Arguments.of(
                        "the same seat twice",
                        "duplicate-seats",
                        400,
                        "{%s, \"seats\": [%s, %s]}".formatted(schedule, seat, seat)),
                Arguments.of(
                        "no seats",
                        "seats-missing",
                        400,
                        "{%s, \"seats\": []}".formatted(schedule)),
                Arguments.of("seats left out", "seats-missing", 400, "{%s}".formatted(schedule)),
                Arguments.of(
                        "1,000 seats",
                        "too-many-seats",
                        400,
                        "{%s, \"seats\": [%s]}".formatted(schedule, thousand)),
                Arguments.of(
                        "no schedule",
                        "schedule-missing",
                        400,
                        "{\"seats\": [%s]}".formatted(seat)),
                Arguments.of(
                        "an overlong schedule",
                        "invalid-field",
                        400,
                        "{\"scheduleId\": \"%s\", \"seats\": [%s]}"
                                .formatted("s".repeat(41), seat)),
                Arguments.of(
                        "a seat that is no seat",
                        "invalid-seat",
                        400,
                        "{%s, \"seats\": [\"' or 1=1 --\"]}".formatted(schedule)),
                Arguments.of(
                        "a seat that is null",
                        "duplicate-seats",
                        400,
                        "{%s, \"seats\": [null]}".formatted(schedule)));
    }

    static Stream<Arguments> badBodies() {
        var seat = "\"U-25-1\"";
        var schedule = "\"scheduleId\": \"" + Seats.ARENA + "\"";
        return Stream.of(
                Arguments.of(
                        "malformed JSON",
                        "malformed-json",
                        400,
                        "{%s, \"seats\": [".formatted(schedule)),
                Arguments.of("no body", "body-missing", 400, ""),
                Arguments.of(
                        "an unknown field",
                        "unknown-field",
                        400,
                        "{%s, \"seats\": [%s], \"buyerId\": \"mina\"}".formatted(schedule, seat)),
                Arguments.of(
                        "seats of a wrong type",
                        "invalid-field",
                        400,
                        "{%s, \"seats\": %s}".formatted(schedule, seat)),
                Arguments.of(
                        "a schedule of a wrong type",
                        "invalid-field",
                        400,
                        "{\"scheduleId\": {\"id\": 1}, \"seats\": [%s]}".formatted(seat)),
                Arguments.of("a list for a body", "invalid-field", 400, "[1, 2, 3]"),
                Arguments.of(
                        "a huge body",
                        "body-too-large",
                        413,
                        "{%s, \"seats\": [\"%s\"]}".formatted(schedule, "A".repeat(200_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"badForms", "badBodies"})
    void refusesAFormThatIsWrongBeforeAnythingBegins(
            String what, String code, int status, String body) {
        var buyer = Buyer.withPoints(0);
        leavesNoRow(() -> buyer.post("/api/bookings", "k", body).expectProblem(status, code));
        buyer.booking(buyer.idOf("k")).expectProblem(404, "booking-not-found");
    }

    static Stream<Arguments> badTokens() {
        var issuer = House.system().issuer();
        return Stream.of(
                Arguments.of("none", "token-missing", ""),
                Arguments.of(
                        "for another audience",
                        "token-invalid",
                        "Bearer " + issuer.token("mina", "elsewhere", Duration.ofHours(1))),
                Arguments.of(
                        "expired",
                        "token-invalid",
                        "Bearer " + issuer.token("mina", "boxoffice", Duration.ofHours(-1))),
                Arguments.of("forged", "token-invalid", "Bearer e30.e30.c2ln"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesATokenThatIsWrongAtEveryService(String what, String code, String authorization) {
        var headers = new HashMap<String, String>();
        headers.put("Idempotency-Key", "k");
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        leavesNoRow(() -> {
            var body = Buyer.bodyOf(Seats.ARENA, List.of("U-25-1"));
            Http.post(Service.BOOKING, "/api/bookings", headers, body).expectProblem(401, code);
            Http.get(Service.ORDER, "/api/orders", headers).expectProblem(401, code);
            Http.get(Service.PAYMENT, "/api/wallet", headers).expectProblem(401, code);
        });
    }

    static Stream<Arguments> badKeys() {
        return Stream.of(
                Arguments.of("missing", "idempotency-key-missing", null),
                Arguments.of("overlong", "idempotency-key-invalid", KEY_LONGEST + "k"),
                Arguments.of("with a colon", "idempotency-key-invalid", "payment:k"),
                Arguments.of("empty", "idempotency-key-invalid", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badKeys")
    void refusesAKeyThatIsWrong(String what, String code, @Nullable String key) {
        var buyer = Buyer.withPoints(0);
        var headers = new TreeMap<>(Map.of("Authorization", "Bearer " + buyer.token()));
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        var booking = "/api/bookings/" + UUID.randomUUID();
        leavesNoRow(() -> {
            var body = Buyer.bodyOf(Seats.ARENA, List.of("U-25-1"));
            Http.post("/api/bookings", headers, body).expectProblem(400, code);
            Http.post(booking + "/payment", headers, "{\"method\": \"POINTS\"}")
                    .expectProblem(400, code);
            Http.post(booking + "/cancellation", headers, null).expectProblem(400, code);
        });
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("an unknown seat", "unknown-seats", 422, Seats.ARENA, "U-26-1"),
                Arguments.of("another hall's seat", "unknown-seats", 422, Seats.ARENA, "V-1-1"),
                Arguments.of("a blocked seat", "seats-blocked", 409, "winter-serenade-1", "B-8-7"),
                Arguments.of("a closed sale", "sale-closed", 409, "city-lights-0", "U-1-1"),
                Arguments.of(
                        "a sale that is not open",
                        "sale-not-open",
                        409,
                        "spring-overture-2",
                        "A-1-1"),
                Arguments.of("an unknown date", "unknown-schedule", 404, "never", "A-1-1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesWhatCannotBeSold(
            String what, String code, int status, String schedule, String seat) {
        var buyer = Buyer.withPoints(1_000_000);
        var free = Seats.inTheArena(1).getFirst();
        var seats = schedule.equals(Seats.ARENA) ? List.of(free, seat) : List.of(seat);
        var answer = buyer.bookPatiently("k", schedule, seats).expectProblem(status, code);
        assertThat(answer.text("bookingId")).isEqualTo(buyer.idOf("k"));
        endsWithoutATrace(buyer, buyer.idOf("k"));
        assertThat(Seats.state(Seats.ARENA, free)).isEqualTo("FREE");
        buyer.bookPatiently("k", schedule, seats).expectProblem(status, code);
    }

    @Test
    void refusesSeatsThatAreHeldAndSeatsThatAreSold() {
        var first = Buyer.withPoints(1_000_000);
        var second = Buyer.withPoints(1_000_000);
        var seats = Seats.inTheArena(2);
        var booking = first.bookPatiently("k", Seats.ARENA, seats).expect(201).text("bookingId");

        var held = second.bookPatiently("1", Seats.ARENA, seats).expectProblem(409, "seats-taken");
        assertThat(held.body().path("seats")).hasSize(2);
        assertThat(held.text("ownBookingId")).isEmpty();
        var own = first.bookPatiently("2", Seats.ARENA, seats).expectProblem(409, "seats-taken");
        assertThat(own.text("ownBookingId")).isEqualTo(booking);

        first.payPatiently(booking, "pay").expect(200);
        second.bookPatiently("3", Seats.ARENA, seats).expectProblem(409, "seats-taken");
        endsWithoutATrace(second, second.idOf("1"));
        endsWithoutATrace(second, second.idOf("3"));
        Books.balance();
    }

    @Test
    void hidesAnothersBookingAndOneThatIsNot() {
        var owner = Buyer.withPoints(1_000_000);
        var stranger = Buyer.withPoints(1_000_000);
        var seats = Seats.inTheArena(1);
        var booking = owner.bookPatiently("k", Seats.ARENA, seats).expect(201).text("bookingId");
        leavesNoRow(() -> {
            for (var id : List.of(booking, UUID.randomUUID().toString(), "nonsense")) {
                stranger.booking(id).expectProblem(404, "booking-not-found");
                stranger.pay(id, "p").expectProblem(404, "booking-not-found");
                stranger.cancel(id, "c").expectProblem(404, "booking-not-found");
            }
            stranger.order(booking).expectProblem(404, "order-not-found");
        });
        assertThat(Rows.of(booking)).isEqualTo(new Rows("HELD", "PENDING", "TAKEN", "none"));

        owner.post("/api/bookings/" + booking + "/payment", "p", "{\"method\": \"GOLD\"}")
                .expectProblem(400, "unknown-method");
        owner.cancelPatiently(booking, "c").expect(200);
        owner.pay(booking, "p").expectProblem(409, "booking-canceled");
        owner.payPatiently(booking, "p").expectProblem(409, "booking-canceled");
    }

    @Test
    void refusesMethodsTypesAndPathsThatAreNotThere() {
        var buyer = Buyer.withPoints(0);
        var headers = Map.of("Authorization", "Bearer " + buyer.token(), "Idempotency-Key", "k");
        leavesNoRow(() -> {
            Http.send("PUT", "/api/bookings", headers, "{}")
                    .expectProblem(405, "method-not-allowed");
            Http.get("/api/nothing", headers).expectProblem(404, "not-found");
            var typed = new TreeMap<>(headers);
            typed.put("Content-Type", "text/plain");
            Http.post("/api/bookings", typed, "seats, please")
                    .expectProblem(415, "unsupported-media-type");
        });
    }

    private static void leavesNoRow(Runnable requests) {
        var before = Sql.counts();
        requests.run();
        assertThat(Sql.counts()).isEqualTo(before);
    }

    /** The refused booking's rows are final, it owns no seat and took no money. */
    private static void endsWithoutATrace(Buyer buyer, String booking) {
        Wait.until(
                Duration.ofSeconds(10),
                () -> assertThat(Rows.of(booking)).matches(Rows::isUndone, "is undone"));
        assertThat(Rows.seatsOf(booking)).isZero();
        assertThat(Rows.of(booking).payment()).isEqualTo("none");
        assertThat(buyer.booking(booking).text("status")).isEqualTo("CANCELED");
    }
}
