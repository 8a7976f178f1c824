package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A promoter cancels a date, and everybody's money comes back to the last won. */
class ScheduleCancellationIT {

    private static final long POINTS = 500_000;
    private static final long IN_POINTS = 9_001;
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Whose the sample concerts are. */
    private static final Buyer PARK = Buyer.called("park");

    private static final Buyer OPERATOR = Buyer.called("kim");

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    /** One more date in the arena, of this promoter's, with a row of seats. */
    private static String scheduleOf(String promoter) {
        var n = COUNT.incrementAndGet();
        var concert = "canceled-concert-" + n;
        var schedule = "canceled-date-" + n;
        Sql.update(
                Service.CONCERT,
                "insert into concerts (concert_id, title, promoter_id) values (?, 'Canceled', ?)",
                concert,
                promoter);
        Sql.update(
                Service.CONCERT,
                """
                insert into schedules
                    (schedule_id, concert_id, venue_id, starts_at, sale_opens_at, sale_closes_at)
                select ?, ?, venue_id, starts_at, sale_opens_at, sale_closes_at
                from schedules where schedule_id = ?
                """,
                schedule,
                concert,
                Seats.ARENA);
        Sql.update(
                Service.CONCERT,
                """
                insert into seats (schedule_id, seat_no, section, row_no, number_in_row, grade,
                    price_amount, price_currency)
                select ?, seat_no, section, row_no, number_in_row, grade,
                    price_amount, price_currency
                from seats where schedule_id = ? and section = 'U' and row_no = 1
                """,
                schedule,
                Seats.ARENA);
        return schedule;
    }

    private static String path(String schedule) {
        return "/api/schedules/" + schedule + "/cancellation";
    }

    private static Answer cancel(Buyer asker, String schedule, String key, String body) {
        while (true) {
            var answer = asker.post(path(schedule), key, body);
            if (answer.status() != 503) {
                return answer;
            }
            Wait.pause(Duration.ofMillis(300));
        }
    }

    private static Answer progress(Buyer asker, String schedule) {
        return Buyer.patiently(() -> asker.get(path(schedule)));
    }

    private static long count(Answer progress, String member) {
        return progress.body().path("bookings").path(member).asLong(-1);
    }

    private static Answer awaitDone(Buyer asker, String schedule) {
        Wait.until(
                Duration.ofSeconds(60),
                () ->
                        assertThat(progress(asker, schedule).expect(200).text("status"))
                                .isEqualTo("DONE"));
        return progress(asker, schedule);
    }

    private record Booked(Buyer buyer, String id) {}

    private static Booked held(String schedule, String... seats) {
        var buyer = Buyer.withPoints(POINTS);
        var id = buyer.bookPatiently("k", schedule, List.of(seats)).expect(201).text("bookingId");
        return new Booked(buyer, id);
    }

    private static Booked paid(String schedule, String body, String... seats) {
        var booked = held(schedule, seats);
        booked.buyer.payPatiently(booked.id, "pay", body).expect(200);
        return booked;
    }

    private static String byPointsAndCard() {
        return """
        {"method": "POINTS_AND_CARD", "paymentMethodId": "pm_card_visa",
         "points": {"amount": %d, "currency": "KRW"}}
        """
                .formatted(IN_POINTS);
    }

    private static List<Booked> paidInEveryWay(String schedule) {
        var card = "{\"method\": \"CARD\", \"paymentMethodId\": \"pm_card_visa\"}";
        var points = "{\"method\": \"POINTS\"}";
        var split = byPointsAndCard();
        var all = new ArrayList<Booked>();
        for (int n = 1; n <= 9; n += 3) {
            all.add(paid(schedule, points, "U-1-" + n));
            all.add(paid(schedule, card, "U-1-" + (n + 1)));
            all.add(paid(schedule, split, "U-1-" + (n + 2)));
        }
        var partly = paid(schedule, split, "U-1-10", "U-1-11", "U-1-12");
        all.add(partly);
        // So long ago that the buyer pays a fee for the one seat; for the rest there is none.
        Sql.update(
                Service.ORDER,
                "update orders set booked_at = booked_at - interval 30 day where booking_id = ?",
                partly.id);
        Buyer.patiently(() ->
                        partly.buyer.post(
                                "/api/bookings/" + partly.id + "/cancellation",
                                "one",
                                "{\"lines\": [\"U-1-10\"]}"))
                .expect(200);
        return all;
    }

    /** The refunds wait at the provider's door while the booking service is killed. */
    @Test
    @Tag("thorough")
    void givesEverythingBackThoughTheBookingServiceDiesInTheMiddle() {
        var schedule = scheduleOf("park");
        var sold = paidInEveryWay(schedule);
        var unpaid =
                List.of(
                        held(schedule, "U-1-20"),
                        held(schedule, "U-1-21"),
                        held(schedule, "U-1-22", "U-1-23"));
        var other = paid(Seats.ARENA, "{\"method\": \"POINTS\"}", Seats.inTheArena(1).get(0));
        var otherUnpaid = held(Seats.ARENA, Seats.inTheArena(1).get(0));

        try (var waiting = Provider.hold("refund", "before")) {
            var begun = cancel(PARK, schedule, "c1", "{\"reason\": \"the singer is ill\"}");
            assertThat(begun.expect(202).text("status")).isEqualTo("CANCELING");
            assertThat(begun.header("Location")).isEqualTo(path(schedule));
            waiting.awaitWaiting(1);
            House.system().kill(Service.BOOKING);
        }
        House.system().startAgain(Service.BOOKING);

        var done = awaitDone(PARK, schedule);
        assertThat(count(done, "found")).isEqualTo(sold.size() + unpaid.size());
        assertThat(count(done, "canceled")).isEqualTo(sold.size() + unpaid.size());
        for (var booked : sold) {
            assertThat(Rows.of(booked.id)).isEqualTo(Rows.GIVEN_BACK);
            var fee = booked == sold.getLast() ? 4_000 : 0;
            assertThat(booked.buyer.points()).isGreaterThanOrEqualTo(POINTS - fee);
            assertThat(
                            Provider.kept().getOrDefault("booking/" + booked.id, 0L)
                                    + POINTS
                                    - booked.buyer.points())
                    .isEqualTo(fee);
        }
        for (var booked : unpaid) {
            assertThat(Rows.of(booked.id)).matches(Rows::isUndone, "is undone");
            assertThat(booked.buyer.booking(booked.id).expect(200).text("reason"))
                    .isEqualTo("BY_PROMOTER");
        }
        assertThat(Seats.taken(schedule)).isZero();
        assertThat(Rows.of(other.id)).isEqualTo(Rows.SOLD);
        assertThat(Rows.of(otherUnpaid.id).hold()).isEqualTo("HELD");
        otherUnpaid.buyer.cancelPatiently(otherUnpaid.id, "c").expect(200);
        Books.balanceWhenAllHasEnded();
    }

    @Test
    void givesEverythingBackSellsNothingMoreAndTellsTheSameAgain() {
        var schedule = scheduleOf("park");
        var paid = paid(schedule, byPointsAndCard(), "U-1-2", "U-1-3");
        var unpaid = held(schedule, "U-1-4");
        progress(PARK, schedule).expectProblem(404, "cancellation-not-found");
        cancel(PARK, schedule, "c1", "{\"reason\": \"rain\"}").expect(202);
        var done = awaitDone(PARK, schedule);
        assertThat(done.text("reason")).isEqualTo("rain");
        assertThat(count(done, "canceled")).isEqualTo(2);
        assertThat(Rows.of(paid.id)).isEqualTo(Rows.GIVEN_BACK);
        assertThat(paid.buyer.points()).isEqualTo(POINTS);
        assertThat(Provider.kept()).doesNotContainKey("booking/" + paid.id);
        assertThat(Rows.of(unpaid.id)).matches(Rows::isUndone, "is undone");
        assertThat(cancel(OPERATOR, schedule, "c2", "{}").expect(202).body())
                .isEqualTo(done.body());
        var mina = Buyer.withPoints(POINTS);
        mina.bookPatiently("k", schedule, List.of("U-1-1")).expectProblem(409, "schedule-canceled");
        var shown = Http.get("/api/schedules/" + schedule, Map.of()).expect(200);
        assertThat(shown.text("canceledAt")).isEqualTo(done.text("begunAt"));
        Http.get("/api/schedules/" + schedule + "/seats", Map.of()).expect(200);
    }

    /** The refund waits at the provider's door meanwhile, in a workflow of its own. */
    @Test
    void goesOnFromWhatIsLeftWhenItWasTerminated() {
        var schedule = scheduleOf("park");
        var paid = paid(schedule, byPointsAndCard(), "U-1-2");
        try (var waiting = Provider.hold("refund", "before")) {
            cancel(PARK, schedule, "c1", "{}").expect(202);
            waiting.awaitWaiting(1);
            House.system()
                    .temporal()
                    .cli(
                            List.of(
                                    "workflow",
                                    "terminate",
                                    "--workflow-id",
                                    "schedule/" + schedule + "/cancellation",
                                    "--reason",
                                    "by hand"));
            cancel(PARK, schedule, "c2", "{}").expect(202);
        }
        assertThat(count(awaitDone(PARK, schedule), "canceled")).isEqualTo(1);
        assertThat(Rows.of(paid.id)).isEqualTo(Rows.GIVEN_BACK);
        assertThat(paid.buyer.points()).isEqualTo(POINTS);
        assertThat(Provider.kept()).doesNotContainKey("booking/" + paid.id);
    }

    @Test
    void isForThePromoterOfTheConcertAndForOperators() {
        var foreign = scheduleOf("lee");
        cancel(PARK, foreign, "c1", "{}").expectProblem(404, "schedule-not-found");
        cancel(PARK, "no-such-date", "c1", "{}").expectProblem(404, "schedule-not-found");
        var mina = Buyer.withPoints(POINTS);
        cancel(mina, foreign, "c1", "{}").expectProblem(403, "role-missing");
        progress(mina, foreign).expectProblem(403, "role-missing");
        var held = held(foreign, "U-1-1");
        cancel(OPERATOR, foreign, "c1", "{}").expect(202);
        awaitDone(OPERATOR, foreign);
        assertThat(Rows.of(held.id)).matches(Rows::isUndone, "is undone");
        cancel(PARK, foreign, "c2", "{}").expectProblem(404, "schedule-not-found");
        progress(PARK, foreign).expectProblem(404, "cancellation-not-found");
        assertThat(progress(OPERATOR, foreign).expect(200).text("by")).isEqualTo("kim");
    }

    @Test
    void refusesWhatNobodyShouldSend() {
        var schedule = scheduleOf("park");
        var tooLong = "{\"reason\": \"%s\"}".formatted("x".repeat(201));
        cancel(PARK, schedule, "c1", tooLong).expectProblem(400, "invalid-reason");
        cancel(PARK, schedule, "c1", "{\"reason\": \"a\\nb\"}")
                .expectProblem(400, "invalid-reason");
        cancel(PARK, schedule, "c1", "{\"fee\": 1}").expectProblem(400, "unknown-field");
        cancel(PARK, schedule, "c1", "{").expectProblem(400, "malformed-json");
        cancel(PARK, "x".repeat(41), "c1", "{}").expectProblem(404, "schedule-not-found");
        var token = Map.of("Authorization", "Bearer " + PARK.token());
        Http.post(path(schedule), token, "{}").expectProblem(400, "idempotency-key-missing");
        Http.post(path(schedule), Map.of("Idempotency-Key", "c1"), "{}")
                .expectProblem(401, "token-missing");
        assertThat(
                        Sql.text(
                                Service.CONCERT,
                                "select canceled_at from schedules where schedule_id = ?",
                                schedule))
                .isEqualTo("null");
    }
}
