package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.Cancellation;
import boxoffice.kernel.BookingId;
import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Confirmed bookings given back, whole and in part, as REST and as the databases tell it. */
class CancellationIT {

    private static final long POINTS = 1_000_000;
    private static final long PRICE = Seats.ARENA_PRICE;
    private static final long FEE = 4_000;

    private final Buyer mina = Buyer.withPoints(POINTS);
    private final List<String> seats = Seats.inTheArena(2);

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    private String sold() {
        var booking = mina.bookPatiently("k", Seats.ARENA, seats).expect(201).text("bookingId");
        mina.payPatiently(booking, "pay").expect(200);
        return booking;
    }

    /** Bought so long ago that a fee is due. */
    private String soldLongAgo() {
        var booking = sold();
        Sql.update(
                Service.ORDER,
                "update orders set booked_at = booked_at - interval 30 day where booking_id = ?",
                booking);
        return booking;
    }

    private static Answer cancel(Buyer buyer, String booking, String key, String body) {
        return Buyer.patiently(
                () -> buyer.post("/api/bookings/" + booking + "/cancellation", key, body));
    }

    private Answer cancel(String booking, String key, String body) {
        return cancel(mina, booking, key, body);
    }

    private Answer quote(String booking, String query) {
        return mina.get("/api/bookings/" + booking + "/cancellation-quote" + query);
    }

    private static long amount(Answer answer, String member) {
        return answer.body().path(member).path("amount").asLong(-1);
    }

    private static String lines(String... seatNos) {
        return "{\"lines\": [\"" + String.join("\", \"", seatNos) + "\"]}";
    }

    private String lineStates(String booking) {
        return Sql.text(
                Service.ORDER,
                """
                select group_concat(state order by char_length(seat_no), seat_no) from order_lines
                where order_id = ?
                """,
                booking);
    }

    @Test
    void givesPartBackAtTheQuotedFeeAndThenTheRest() {
        var booking = soldLongAgo();
        assertThat(amount(quote(booking, "").expect(200), "fee")).isEqualTo(2 * FEE);
        var quoted = quote(booking, "?lines=" + seats.get(0)).expect(200);
        assertThat(amount(quoted, "fee")).isEqualTo(FEE);
        assertThat(amount(quoted, "refund")).isEqualTo(PRICE - FEE);
        assertThat(quoted.text("refundTo")).isEqualTo("AS_PAID");
        assertThat(quoted.text("validUntil")).endsWith("T15:00:00Z");

        var body =
                "{\"lines\": [\"%s\"], \"quotedFee\": {\"amount\": %d, \"currency\": \"KRW\"}}"
                        .formatted(seats.get(0), FEE);
        var part = cancel(booking, "c1", body).expect(200);
        assertThat(part.text("status")).isEqualTo("CANCELED");
        assertThat(amount(part, "refund")).isEqualTo(PRICE - FEE);
        assertThat(mina.points()).isEqualTo(POINTS - PRICE - FEE);
        assertThat(Seats.state(Seats.ARENA, seats.get(0))).isEqualTo("FREE");
        assertThat(Seats.state(Seats.ARENA, seats.get(1))).isEqualTo("SOLD");
        assertThat(Rows.of(booking)).isEqualTo(Rows.SOLD);
        assertThat(lineStates(booking)).isEqualTo("CANCELED,CONFIRMED");

        assertThat(cancel(booking, "c1", body).expect(200).body()).isEqualTo(part.body());
        cancel(booking, "c1", lines(seats.get(1))).expectProblem(422, "idempotency-key-reused");
        cancel(booking, "c2", lines(seats.get(0), seats.get(1)))
                .expectProblem(409, "already-canceled");
        var other = Buyer.withPoints(POINTS);
        var again = other.bookPatiently("k", Seats.ARENA, seats.subList(0, 1)).expect(201);
        other.payPatiently(again.text("bookingId"), "pay").expect(200);

        mina.cancelPatiently(booking, "c3").expect(200);
        assertThat(mina.points()).isEqualTo(POINTS - 2 * FEE);
        assertThat(Rows.of(booking)).isEqualTo(Rows.GIVEN_BACK);
        assertThat(Seats.state(Seats.ARENA, seats.get(0))).isEqualTo("SOLD");
        assertThat(mina.booking(booking).expect(200).text("status")).isEqualTo("CONFIRMED");
        mina.cancelPatiently(booking, "c4").expectProblem(409, "already-canceled");
        quote(booking, "").expectProblem(409, "already-canceled");
        Books.balanceWhenAllHasEnded();
    }

    @Test
    void givesAllBackOnTheDayOfBooking() {
        var booking = sold();
        var answer = mina.cancelPatiently(booking, "c1").expect(200);
        assertThat(amount(answer, "fee")).isZero();
        assertThat(mina.points()).isEqualTo(POINTS);
        assertThat(Rows.of(booking)).isEqualTo(Rows.GIVEN_BACK);
        var order = mina.order(booking).expect(200).body();
        assertThat(order.path("lines").path(0).path("state").asString("")).isEqualTo("CANCELED");
        Books.balanceWhenAllHasEnded();
    }

    @Test
    void refusesAQuoteThatIsNoLongerTrueAndTellsTheNewOne() {
        var booking = soldLongAgo();
        var body = "{\"quotedFee\": {\"amount\": 0, \"currency\": \"KRW\"}}";
        var refused = cancel(booking, "c1", body).expectProblem(409, "quote-changed");
        assertThat(refused.body().path("quote").path("fee").path("amount").asLong())
                .isEqualTo(2 * FEE);
        assertThat(lineStates(booking)).isEqualTo("CONFIRMED,CONFIRMED");
        assertThat(mina.points()).isEqualTo(POINTS - 2 * PRICE);
    }

    @Test
    void refusesOnTheDayOfTheConcert() {
        var booking = sold();
        Sql.update(
                Service.ORDER,
                "update orders set starts_at = utc_timestamp(6) + interval 1 second"
                        + " where booking_id = ?",
                booking);
        mina.cancelPatiently(booking, "c1").expectProblem(409, "cancellation-closed");
        quote(booking, "").expectProblem(409, "cancellation-closed");
        assertThat(mina.points()).isEqualTo(POINTS - 2 * PRICE);
    }

    @Test
    void refusesWhatNobodyShouldSendAndMovesNothing() {
        var booking = sold();
        var before = Sql.counts();
        cancel(booking, "c1", lines("Z-9-9")).expectProblem(422, "unknown-lines");
        cancel(booking, "c2", lines(seats.get(0), seats.get(0)))
                .expectProblem(400, "duplicate-lines");
        cancel(booking, "c3", lines("' or 1=1 --")).expectProblem(400, "invalid-line");
        cancel(booking, "c4", "{\"lines\": [").expectProblem(400, "malformed-json");
        cancel(booking, "c5", "{\"refund\": 1}").expectProblem(400, "unknown-field");
        cancel(booking, "c6", "{\"quotedFee\": {\"amount\": -1, \"currency\": \"KRW\"}}")
                .expectProblem(400, "invalid-amount");
        cancel(booking, "c7", "{\"quotedFee\": {\"amount\": 0, \"currency\": \"USD\"}}")
                .expectProblem(409, "quote-changed");
        quote(booking, "?lines=Z-9-9").expectProblem(422, "unknown-lines");
        var seat = seats.get(0);
        quote(booking, "?lines=" + seat + "&lines=" + seat).expectProblem(400, "duplicate-lines");

        var stranger = Buyer.withPoints(POINTS);
        cancel(stranger, booking, "c8", lines(seat)).expectProblem(404, "booking-not-found");
        stranger.get("/api/bookings/" + booking + "/cancellation-quote")
                .expectProblem(404, "booking-not-found");
        cancel(UUID.randomUUID().toString(), "c9", "{}").expectProblem(404, "booking-not-found");
        before.merge("wallets", 1L, Long::sum);
        before.merge("ledger_entries", 2L, Long::sum);
        assertThat(Sql.counts()).isEqualTo(before);
        assertThat(lineStates(booking)).isEqualTo("CONFIRMED,CONFIRMED");
    }

    @Test
    void cancelsAnUnpaidBookingAsAWholeOnly() {
        var booking = mina.bookPatiently("k", Seats.ARENA, seats).expect(201).text("bookingId");
        cancel(booking, "c1", lines(seats.get(0))).expectProblem(409, "not-confirmed");
        quote(booking, "").expectProblem(409, "not-confirmed");
        assertThat(mina.booking(booking).text("status")).isEqualTo("AWAITING_PAYMENT");
        assertThat(cancel(booking, "c2", "{}").expect(200).text("status")).isEqualTo("CANCELED");
        assertThat(mina.cancelPatiently(booking, "c2").expect(200).text("status"))
                .isEqualTo("CANCELED");
    }

    /** The refund waits for the wallet's row while the workflow is ended by force. */
    @Test
    void goesOnFromItsClaimWhenItWasTerminatedHalfWay() throws Exception {
        var booking = soldLongAgo();
        var wallet = "select * from wallets where buyer_id = ? for update";
        try (var lock = Lock.on(Service.PAYMENT, wallet, mina.name())) {
            var path = "/api/bookings/" + booking + "/cancellation";
            mina.post(path, "c1", lines(seats.get(0))).expect(202);
            Wait.until(
                    Duration.ofSeconds(20),
                    () -> assertThat(lineStates(booking)).isEqualTo("CLAIMED,CONFIRMED"));
            terminate(booking, "c1");
            assertThat(lock).isNotNull();
        }
        var answer = cancel(booking, "c1", lines(seats.get(0))).expect(200);
        assertThat(amount(answer, "fee")).isEqualTo(FEE);
        assertThat(mina.points()).isEqualTo(POINTS - PRICE - FEE);
        assertThat(lineStates(booking)).isEqualTo("CANCELED,CONFIRMED");
        assertThat(
                        Sql.number(
                                Service.PAYMENT,
                                "select count(*) from refunds where booking_id = ?",
                                booking))
                .isEqualTo(1);
        Books.balanceWhenAllHasEnded();
    }

    private static void terminate(String booking, String key) {
        var id = BookingId.of(booking);
        var workflow = Cancellation.workflowId(id, Cancellation.cancellationId(id, key));
        House.system()
                .temporal()
                .cli(
                        List.of(
                                "workflow",
                                "terminate",
                                "--workflow-id",
                                workflow,
                                "--reason",
                                "by hand"));
    }
}
