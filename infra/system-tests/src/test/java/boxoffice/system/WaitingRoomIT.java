package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import boxoffice.system.Rush.End;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting rooms from the door to the ticket, with everything that stands between. */
class WaitingRoomIT {

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    private static String best(String schedule) {
        return "{\"scheduleId\": \"%s\", \"best\": {\"quantity\": 1}}".formatted(schedule);
    }

    @Test
    void sellsToHoldersOfAPassAloneEachForOneLiveBookingAtATime() {
        var schedule = Promoter.openHouse(2, 6);
        Rooms.open(Promoter.PARK, schedule, 5, 10);
        var mina = Buyer.withPoints(500_000);
        Rooms.book(mina, "none", best(schedule), null).expectProblem(403, "pass-required");
        var pass = Rooms.pass(mina, schedule);
        var held = Rooms.book(mina, "first", best(schedule), pass).expect(201);
        assertThat(
                        Rooms.book(mina, "second", best(schedule), pass)
                                .expectProblem(409, "pass-in-use")
                                .text("ownBookingId"))
                .isEqualTo(held.text("bookingId"));
        mina.cancelPatiently(held.text("bookingId"), "c").expect(200);
        var again = Rooms.book(mina, "third", best(schedule), pass).expect(201);
        mina.payPatiently(again.text("bookingId"), "p").expect(200);
        Rooms.book(mina, "fourth", best(schedule), pass).expectProblem(403, "pass-used");
        // A sale frees the slot within a second.
        Wait.until(
                Duration.ofSeconds(2),
                () ->
                        assertThat(
                                        Rooms.numbers(Promoter.PARK, schedule)
                                                .body()
                                                .path("inside")
                                                .asInt(-1))
                                .isZero());
        RoomRows.keptTheirPromises(schedule, 5, 10);
        Books.balance();
    }

    @Test
    void takesNoPassThatIsForgedAnothersOrOfAnotherDate() {
        var schedule = Promoter.openHouse(1, 2);
        var other = Promoter.openHouse(1, 2);
        Rooms.open(Promoter.PARK, schedule, 5, 10);
        Rooms.open(Promoter.PARK, other, 5, 10);
        var mina = Buyer.withPoints(0);
        var pass = Rooms.pass(mina, schedule);
        var friend = Buyer.withPoints(0);
        Rooms.book(friend, "k1", best(schedule), pass).expectProblem(403, "pass-invalid");
        Rooms.book(mina, "k2", best(other), pass).expectProblem(403, "pass-invalid");
        var cut = pass.substring(0, pass.lastIndexOf('.') + 1);
        Rooms.book(mina, "k3", best(schedule), cut + "AAAA").expectProblem(403, "pass-invalid");
        Rooms.book(mina, "k4", best(schedule), mina.token()).expectProblem(403, "pass-invalid");
        Rooms.book(mina, "k5", best(schedule), "no pass").expectProblem(403, "pass-invalid");
        // Nor does the service itself, past the door.
        var headers = new TreeMap<>(friend.headers("k6"));
        headers.put("Boxoffice-Pass", pass);
        Http.post(Service.BOOKING, "/api/bookings", headers, best(schedule))
                .expectProblem(403, "pass-invalid");
    }

    @Test
    void tellsThroughTheDoorWhatHappensToAnEntry() throws Exception {
        var schedule = Promoter.openHouse(1, 2);
        Rooms.open(Promoter.PARK, schedule, 1, 10);
        Rooms.pass(Buyer.withPoints(0), schedule);
        var mina = Buyer.withPoints(0);
        var entry = Rooms.join(mina, schedule).text("entryId");
        var events = EventLines.of(mina, schedule, entry);
        events.await("event: position");
        Rooms.act(Promoter.PARK, schedule, "close").expect(200);
        events.await("event: over");
    }

    @Tag("thorough")
    @Test
    void sellsOutToThoseWhoWereFirstAndTellsAllOthers() {
        var schedule = Promoter.openHouse(15, 20);
        Rooms.set(Promoter.PARK, schedule, 50, 20, Instant.now().plusSeconds(15));
        var rush = Rush.to(schedule, 2_000);
        var ends = rush.run();
        assertThat(Collections.frequency(ends, End.BOUGHT)).isEqualTo(150);
        assertThat(Promoter.counts(schedule))
                .isEqualTo(Map.of("free", 0, "held", 0, "sold", 300, "blocked", 0));
        RoomRows.keptTheirPromises(schedule, 50, 20);
        Books.balance();
    }

    /** What dies is started again; nobody loses a place by it, and nobody gets in twice. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"queue", "database", "temporal"})
    void sellsOutThoughSomethingIsKilledInTheRush(String victim) throws Exception {
        var schedule = Promoter.openHouse(3, 10);
        Rooms.set(Promoter.PARK, schedule, 8, 4, Instant.now().plusSeconds(5));
        var rush = Rush.to(schedule, 80);
        var ends = CompletableFuture.supplyAsync(rush::run);
        Wait.until(
                Duration.ofSeconds(60),
                () ->
                        assertThat(
                                        Sql.number(
                                                Service.QUEUE,
                                                "select watermark from waiting_rooms"
                                                        + " where schedule_id = ?",
                                                schedule))
                                .isGreaterThan(4));
        killAndStartAgain(victim);
        assertThat(Collections.frequency(ends.join(), End.BOUGHT)).isEqualTo(15);
        assertThat(Promoter.counts(schedule))
                .isEqualTo(Map.of("free", 0, "held", 0, "sold", 30, "blocked", 0));
        RoomRows.keptTheirPromises(schedule, 8, 4);
        assertThat(
                        Sql.number(
                                Service.QUEUE,
                                "select count(*) from entries where schedule_id = ?"
                                        + " and state = 'EXPIRED' and admitted_at is null",
                                schedule))
                .as("places lost")
                .isZero();
        Books.balance();
    }

    private static void killAndStartAgain(String victim) throws Exception {
        var house = House.system();
        switch (victim) {
            case "queue" -> {
                house.kill(Service.QUEUE);
                Wait.pause(Duration.ofSeconds(2));
                house.startAgain(Service.QUEUE);
            }
            case "database" -> {
                house.database().kill();
                Wait.pause(Duration.ofSeconds(2));
                house.startDatabaseAgain();
            }
            case "temporal" -> {
                house.temporal().kill();
                Wait.pause(Duration.ofSeconds(2));
                house.startTemporalAgain();
            }
            default -> throw new IllegalArgumentException(victim);
        }
    }

    /** A stream through the gateway, line by line. */
    private record EventLines(Iterator<String> lines) {

        static EventLines of(Buyer buyer, String schedule, String entry) throws Exception {
            var path = "/api/waiting-rooms/%s/entries/%s/events".formatted(schedule, entry);
            var request =
                    HttpRequest.newBuilder(House.system().address(Service.GATEWAY).resolve(path))
                            .header("Authorization", "Bearer " + buyer.token())
                            .timeout(Duration.ofSeconds(30))
                            .build();
            var answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new EventLines(answer.body().iterator());
        }

        void await(String line) {
            var seen = new ArrayList<String>();
            while (lines.hasNext()) {
                seen.add(lines.next());
                if (seen.getLast().equals(line)) {
                    return;
                }
            }
            assertThat(seen).contains(line);
        }
    }
}
