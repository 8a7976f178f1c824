package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What buyers see while Temporal is gone: a quick and honest no, and all that needs no booking. */
class EdgeIT {

    /** What an answer is waited for at the edge, and the second that the design allows beside. */
    private static final Duration SLOWEST = Duration.ofSeconds(3);

    private static final String KEY = "sent-twice";
    private static final Duration BREAKER_OPEN = Duration.ofSeconds(1);

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    @Test
    void turnsBookingsAwayQuicklyWhileTemporalHangs() throws Exception {
        var buyer = Buyer.withPoints(1_000_000);
        var seats = Seats.inTheArena(1);
        var pid = House.system().temporal().pid();
        tell("-STOP", pid);
        try {
            buyersAreToldAndReadsGoOn(buyer, seats);
        } finally {
            tell("-CONT", pid);
        }
        isWellAgainByItself(buyer, seats);
    }

    @Tag("thorough")
    @Test
    void turnsBookingsAwayQuicklyWhileTemporalIsGone() {
        var buyer = Buyer.withPoints(1_000_000);
        var seats = Seats.inTheArena(1);
        House.system().temporal().kill();
        try {
            buyersAreToldAndReadsGoOn(buyer, seats);
        } finally {
            House.system().startTemporalAgain();
        }
        isWellAgainByItself(buyer, seats);
    }

    private static void buyersAreToldAndReadsGoOn(Buyer buyer, List<String> seats) {
        Callable<Answer> book = () -> buyer.book(KEY, Seats.ARENA, seats);
        AtOnce.run(Collections.nCopies(6, book))
                .forEach(answer -> isToldToComeAgain(answer, SLOWEST));
        // The breaker is open: it lets two calls try again each second, the rest know at once.
        var quick = 0;
        for (var i = 0; i < 8; i++) {
            var answer = buyer.book(KEY, Seats.ARENA, seats);
            isToldToComeAgain(answer, SLOWEST);
            quick += answer.took().compareTo(BREAKER_OPEN) < 0 ? 1 : 0;
        }
        assertThat(quick).as("answers within a second, of 8").isGreaterThanOrEqualTo(5);
        isToldToComeAgain(buyer.pay(buyer.idOf("any"), "p"), SLOWEST);

        Http.get("/api/concerts", Map.of()).expect(200);
        Http.get("/api/schedules/" + Seats.ARENA + "/seats", Map.of()).expect(200);
        assertThat(buyer.points()).isEqualTo(1_000_000);
        buyer.get("/api/orders").expect(200);
        for (var service : Service.behindTheDoor()) {
            Http.get(service, "/actuator/health/readiness", Map.of()).expect(200);
            Http.get(service, "/actuator/health/liveness", Map.of()).expect(200);
            Http.get(service, "/actuator/health/pollers", Map.of()).expect(503);
        }
    }

    private static void isToldToComeAgain(Answer answer, Duration limit) {
        answer.expectProblem(503, "temporarily-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.text("detail")).contains("same Idempotency-Key");
        assertThat(answer.took()).isLessThan(limit);
    }

    /** The request that was turned away, sent once more with its key. */
    private static void isWellAgainByItself(Buyer buyer, List<String> seats) {
        var held = buyer.bookPatiently(KEY, Seats.ARENA, seats).expect(201);
        buyer.payPatiently(held.text("bookingId"), "pay").expect(200);
        Wait.until(
                Duration.ofSeconds(60),
                () -> {
                    for (var service : Service.behindTheDoor()) {
                        Http.get(service, "/actuator/health/pollers", Map.of()).expect(200);
                    }
                });
        Books.balanceWhenAllHasEnded();
    }

    private static void tell(String signal, long pid) throws IOException, InterruptedException {
        var ended = new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start();
        assertThat(ended.waitFor()).as("kill %s %s", signal, pid).isZero();
    }
}
