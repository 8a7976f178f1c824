package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * SIGKILL in the middle of bookings. Whatever dies is started again, by hand as the launcher has
 * it; every booking then reaches its end without anybody's help, and the books balance: P8, and P1
 * to P5 with it.
 */
class CrashIT {

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    @Test
    void endsEveryBookingThoughTheServiceThatTakesTheMoneyIsKilledInTheMiddle() throws Exception {
        killInTheMiddle(Service.PAYMENT);
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(names = {"BOOKING", "CONCERT", "ORDER", "QUEUE"})
    void endsEveryBookingThoughAnotherServiceIsKilledInTheMiddle(Service victim) throws Exception {
        killInTheMiddle(victim);
    }

    private static void killInTheMiddle(Service victim) throws Exception {
        var house = House.system();
        Stall stall;
        try (var crowd = Crowd.booking();
                var stalled = Stall.inTheMiddleOf(victim)) {
            stall = stalled;
            house.kill(victim);
            stalled.close();
            house.startAgain(victim);
            Wait.pause(Duration.ofSeconds(1));
        }
        stall.endsWell();
        Books.balanceWhenAllHasEnded();
    }

    /** The hold waits for its presale's count while the service that makes it dies. */
    @Tag("thorough")
    @Test
    void countsTheBestSeatsOfAPresaleOnceThoughTheServiceIsKilledInTheMiddle() throws Exception {
        var house = House.system();
        var schedule = Promoter.presale(Promoter.house(2, 6), 6, List.of("FANS-AAAA"));
        var buyer = Buyer.withPoints(500_000);
        var body =
                ("{\"scheduleId\": \"%s\", \"best\": {\"quantity\": 2},"
                                + " \"presaleCode\": \"FANS-AAAA\"}")
                        .formatted(schedule);
        var count = "select * from presales where schedule_id = ? for update";
        try (var lock = Lock.on(Service.CONCERT, count, schedule)) {
            buyer.post("/api/bookings", "k", body).expect(202);
            Wait.until(Duration.ofSeconds(10), () -> assertThat(Sql.waiters()).isGreaterThan(0));
            house.kill(Service.CONCERT);
            assertThat(lock).isNotNull();
        }
        house.startAgain(Service.CONCERT);
        var held = Buyer.patiently(() -> buyer.post("/api/bookings", "k", body));
        if (held.status() != 201) {
            held.expectProblem(503, "reservation-failed");
            held = Buyer.patiently(() -> buyer.post("/api/bookings", "again", body)).expect(201);
        }
        buyer.payPatiently(held.text("bookingId"), "pay").expect(200);
        Books.balanceWhenAllHasEnded();
        assertThat(Seats.taken(schedule)).isEqualTo(2);
        Buyer.patiently(() -> buyer.post("/api/bookings", "more", body))
                .expectProblem(409, "presale-code-used-up");
        Books.balanceWhenAllHasEnded();
    }

    @Test
    void keepsABookingThatWaitsForItsBuyerWhileTheSagasWorkerIsAway() throws Exception {
        var house = House.system();
        var buyer = Buyer.withPoints(1_000_000);
        var seats = Seats.withAShortHold(1);
        var paid = held(buyer, "paid", Seats.ARENA, Seats.inTheArena(1).getFirst());
        var left = held(buyer, "left", Seats.SHORT_HOLD, seats.getFirst());
        house.kill(Service.BOOKING);
        // The hold of the second runs out while nobody is there to see it.
        Wait.pause(Duration.ofSeconds(8));
        house.startAgain(Service.BOOKING);
        buyer.payPatiently(paid, "pay").expect(200);
        Wait.until(
                Duration.ofSeconds(30),
                () -> assertThat(buyer.booking(left).text("reason")).isEqualTo("EXPIRED"));
        assertThat(Rows.of(paid)).isEqualTo(Rows.SOLD);
        Books.balanceWhenAllHasEnded();
    }

    @Test
    void endsEveryBookingThoughTemporalIsKilled() throws Exception {
        var house = House.system();
        try (var crowd = Crowd.booking();
                var stalled = Stall.inTheMiddleOf(Service.CONCERT)) {
            house.temporal().kill();
            Wait.pause(Duration.ofSeconds(2));
            house.startTemporalAgain();
            stalled.close();
            stalled.endsWell();
        }
        Books.balanceWhenAllHasEnded();
    }

    @Test
    void endsEveryBookingThoughTheDatabaseIsKilled() throws Exception {
        var house = House.system();
        try (var crowd = Crowd.booking();
                var stalled = Stall.inTheMiddleOf(Service.PAYMENT)) {
            house.database().kill();
            Wait.pause(Duration.ofSeconds(2));
            house.startDatabaseAgain();
            stalled.close();
            stalled.endsWell();
        }
        Books.balanceWhenAllHasEnded();
    }

    private static String held(Buyer buyer, String key, String schedule, String seat) {
        return buyer.bookPatiently(key, schedule, List.of(seat)).expect(201).text("bookingId");
    }
}
