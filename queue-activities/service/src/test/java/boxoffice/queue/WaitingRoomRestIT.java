package boxoffice.queue;

import static boxoffice.queue.RoomTests.act;
import static boxoffice.queue.RoomTests.assertProblem;
import static boxoffice.queue.RoomTests.body;
import static boxoffice.queue.RoomTests.entryId;
import static boxoffice.queue.RoomTests.join;
import static boxoffice.queue.RoomTests.json;
import static boxoffice.queue.RoomTests.leave;
import static boxoffice.queue.RoomTests.look;
import static boxoffice.queue.RoomTests.newSchedule;
import static boxoffice.queue.RoomTests.openRoom;
import static boxoffice.queue.RoomTests.park;
import static boxoffice.queue.RoomTests.put;
import static boxoffice.queue.RoomTests.send;
import static boxoffice.queue.RoomTests.service;
import static boxoffice.queue.RoomTests.until;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.store.Lobby;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms and entries, over real HTTP. */
class WaitingRoomRestIT {

    @Test
    void letsABuyerInAtOnceWhereNobodyWaits() {
        var schedule = openRoom(5, 5);
        until(schedule, entryId(join(schedule, "first")), "first", RoomTests::isAdmitted);
        var joined = join(schedule, "mina");
        assertThat(joined.statusCode()).isEqualTo(201);
        var entry = json(joined);
        assertThat(entry.path("state").asString()).isEqualTo("ADMITTED");
        assertThat(entry.path("pass").asString()).contains(".");
        assertThat(entry.has("position")).isFalse();
        assertThat(joined.headers().firstValue("Location"))
                .hasValue(
                        "/api/waiting-rooms/%s/entries/%s"
                                .formatted(schedule, entry.path("entryId").asString()));
        var again = join(schedule, "mina");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again)).isEqualTo(entry);
    }

    @Test
    void tellsThoseWhoWaitWhereTheyStand() {
        var schedule = openRoom(1, 5);
        join(schedule, "a");
        var b = entryId(join(schedule, "b"));
        var c = entryId(join(schedule, "c"));
        var seen = until(schedule, c, "c", entry -> entry.path("ahead").asInt(-1) == 1);
        assertThat(seen.path("position").asInt()).isEqualTo(2);
        assertThat(seen.path("expectedWait").path("earliestSeconds").asInt()).isPositive();
        var answer = look(schedule, c, "c");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 40L);
        leave(schedule, b, "b");
        until(schedule, c, "c", entry -> entry.path("ahead").asInt(-1) == 0);
    }

    @Test
    void readsNoRowForWhoeverWaits() throws InterruptedException {
        var schedule = openRoom(1, 5);
        join(schedule, "a");
        join(schedule, "b");
        var c = UUID.fromString(entryId(join(schedule, "c")));
        Thread.sleep(1_000);
        var lobby = service().bean(Lobby.class);
        var id = new ScheduleId(schedule);
        assertThat(service().statementsOf(() -> lobby.look(id, c, new BuyerId("c")))).isEmpty();
        assertThat(lobby.look(id, c, new BuyerId("c")).orElseThrow().ahead()).hasValue(1);
    }

    @Test
    void answers304WhileNothingIsNew() {
        var schedule = openRoom(1, 1);
        join(schedule, "a");
        act(schedule, "pause");
        var b = entryId(join(schedule, "b"));
        until(schedule, b, "b", entry -> entry.path("room").asString().equals("PAUSED"));
        until(schedule, b, "b", entry -> entry.path("ahead").asInt(-1) >= 0);
        var tag = look(schedule, b, "b").headers().firstValue("ETag").orElseThrow();
        var path = "/api/waiting-rooms/" + schedule + "/entries/" + b;
        var request = HttpRequest.newBuilder(service().at(path)).header("If-None-Match", tag).GET();
        assertThat(service().send(request, TestIssuer.shared().token("b")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void holdsAPoolUntilTheOpeningAndProvesTheDraw() {
        var schedule = newSchedule();
        var opens = Instant.now().plusSeconds(2);
        var made = json(put(schedule, body(100, 100, opens)));
        for (var buyer = 0; buyer < 20; buyer++) {
            var pooled = json(join(schedule, "b" + buyer));
            assertThat(pooled.has("position")).isFalse();
            assertThat(pooled.path("opensAt").asString()).isNotEmpty();
        }
        var before = json(service().get("/api/waiting-rooms/" + schedule + "/draw", null));
        assertThat(before.path("seed").isNull()).isTrue();
        assertThat(before.path("seedHash")).isEqualTo(made.path("seedHash"));
        var last = entryId(join(schedule, "b19"));
        until(schedule, last, "b19", RoomTests::isAdmitted);
        Draws.assertProven(
                json(service().get("/api/waiting-rooms/" + schedule + "/draw", null)), 20);
    }

    @Test
    void keepsEntriesOfOthersSecret() {
        var schedule = openRoom(1, 1);
        var mine = entryId(join(schedule, "mina"));
        assertProblem(look(schedule, mine, "thief"), 404, "entry-not-found");
        assertProblem(leave(schedule, mine, "thief"), 404, "entry-not-found");
        assertProblem(look(openRoom(1, 1), mine, "mina"), 404, "entry-not-found");
        assertProblem(look(schedule, "no-id", "mina"), 404, "entry-not-found");
    }

    @Test
    void saysThatAPlaceIsLostAndHowToComeBack() {
        var schedule = openRoom(1, 1);
        join(schedule, "a");
        var b = entryId(join(schedule, "b"));
        assertThat(leave(schedule, b, "b").statusCode()).isEqualTo(204);
        assertThat(leave(schedule, b, "b").statusCode()).isEqualTo(204);
        var lost = json(look(schedule, b, "b"));
        assertThat(lost.path("state").asString()).isEqualTo("LEFT");
        var back =
                send("POST", lost.path("rejoin").asString(), null, TestIssuer.shared().token("b"));
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(entryId(back)).isNotEqualTo(b);
    }

    @Test
    void tellsThoseWhoWaitThatItIsSoldOutAndLetsThemInWhenSeatsComeBack() {
        var schedule = openRoom(1, 5);
        ConcertStandIn.shared().hasFreeSeats(schedule, 0);
        var a = entryId(join(schedule, "a"));
        var b = entryId(join(schedule, "b"));
        until(schedule, b, "b", entry -> entry.path("soldOut").asBoolean());
        leave(schedule, a, "a");
        until(schedule, b, "b", entry -> entry.path("ahead").asInt(-1) == 0);
        assertThat(json(look(schedule, b, "b")).path("state").asString()).isEqualTo("WAITING");
        ConcertStandIn.shared().hasFreeSeats(schedule, 2);
        until(schedule, b, "b", RoomTests::isAdmitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"cap\": 0, \"ratePerSecond\": 1, \"opensAt\": \"2026-12-01T11:00:00Z\"}",
                "{\"cap\": -1, \"ratePerSecond\": 1, \"opensAt\": \"2026-12-01T11:00:00Z\"}",
                "{\"cap\": 1, \"ratePerSecond\": 0, \"opensAt\": \"2026-12-01T11:00:00Z\"}",
                "{\"cap\": 1, \"ratePerSecond\": 1, \"opensAt\": \"tomorrow\"}",
                "{\"cap\": 1, \"ratePerSecond\": 1, \"opensAt\": \"2326-12-01T11:00:00Z\"}",
                "{\"cap\": 1, \"ratePerSecond\": 1, \"opensAt\": \"2026-12-01T11:00:00Z\","
                        + " \"graceSeconds\": 1}",
                "{\"cap\": 1, \"ratePerSecond\": 1, \"opensAt\": \"2026-12-01T11:00:00Z\","
                        + " \"passSeconds\": 100000}",
            })
    void refusesSettingsThatCannotBe(String body) {
        var schedule = newSchedule();
        assertProblem(put(schedule, body), 400, "room-invalid");
        assertProblem(
                service().get("/api/waiting-rooms/" + schedule, null), 404, "no-waiting-room");
    }

    @Test
    void refusesAnOpeningInThePastAfterPeopleCameAndAnotherShuffleAfterTheOpening() {
        var schedule = newSchedule();
        put(schedule, body(1, 1, Instant.now().plusSeconds(600)));
        join(schedule, "mina");
        assertProblem(
                put(schedule, body(1, 1, Instant.now().minusSeconds(5))), 409, "opening-past");
        var open = newSchedule();
        var opening = Instant.now().minusSeconds(5);
        put(open, body(1, 1, opening));
        until(open, entryId(join(open, "mina")), "mina", RoomTests::isAdmitted);
        var unshuffled = body(1, 1, opening).replace("}", ", \"shuffle\": false}");
        assertProblem(put(open, unshuffled), 409, "room-opened");
        assertThat(put(open, body(7, 9, opening)).statusCode()).isEqualTo(200);
    }

    @Test
    void isTheStaffsWhoseDateItIs() {
        var anothers = newSchedule();
        ConcertStandIn.shared().isAnothers(anothers);
        assertProblem(put(anothers, body(1, 1, Instant.now())), 404, "schedule-not-found");
        var schedule = openRoom(1, 1);
        var buyer = TestIssuer.shared().token("mina");
        var path = "/api/waiting-rooms/" + schedule;
        assertProblem(send("POST", path + "/pause", null, buyer), 403, "role-missing");
        assertProblem(send("PUT", path, body(1, 1, Instant.now()), buyer), 403, "role-missing");
        assertProblem(service().get(path + "/numbers", buyer), 403, "role-missing");
        assertProblem(service().get(path + "/numbers", null), 401, "token-missing");
        assertProblem(act(newSchedule(), "pause"), 404, "no-waiting-room");
    }

    @Test
    void doesWhatTheStaffSaysAndKeepsWhoSaidIt() {
        var schedule = openRoom(1, 1);
        join(schedule, "a");
        var b = entryId(join(schedule, "b"));
        assertThat(json(act(schedule, "pause")).path("state").asString()).isEqualTo("PAUSED");
        assertThat(act(schedule, "pause").statusCode()).isEqualTo(200);
        assertThat(json(act(schedule, "resume")).path("state").asString()).isEqualTo("OPEN");
        assertThat(json(act(schedule, "drain")).path("state").asString()).isEqualTo("DRAINING");
        assertProblem(join(schedule, "late"), 409, "room-draining");
        assertThat(json(act(schedule, "close")).path("state").asString()).isEqualTo("CLOSED");
        assertProblem(join(schedule, "late"), 409, "room-closed");
        assertProblem(act(schedule, "resume"), 409, "room-closed");
        assertProblem(put(schedule, body(2, 2, Instant.now())), 409, "room-closed");
        var closed =
                until(schedule, b, "b", entry -> !entry.path("state").asString().equals("WAITING"));
        assertThat(closed.path("state").asString()).isEqualTo("EXPIRED");
        assertThat(closed.path("room").asString()).isEqualTo("CLOSED");
        var changes =
                json(service().get("/api/waiting-rooms/" + schedule + "/changes", park()))
                        .path("changes");
        assertThat(changes).hasSize(5);
        assertThat(changes.get(0).path("what").asString()).isEqualTo("DRAINING to CLOSED");
        assertThat(changes.get(4).path("what").asString()).startsWith("made: cap 1, rate 1");
        assertThat(changes.get(0).path("changedBy").asString()).isEqualTo("park");
    }

    @Test
    void countsForItsStaff() {
        var schedule = openRoom(1, 5);
        until(schedule, entryId(join(schedule, "a")), "a", RoomTests::isAdmitted);
        var b = entryId(join(schedule, "b"));
        join(schedule, "c");
        leave(schedule, b, "b");
        var numbers = json(service().get("/api/waiting-rooms/" + schedule + "/numbers", park()));
        assertThat(numbers.path("inside").asInt()).isEqualTo(1);
        assertThat(numbers.path("waiting").asInt()).isEqualTo(1);
        assertThat(numbers.path("leavers").asInt()).isEqualTo(1);
        assertThat(numbers.path("admitted").asInt()).isEqualTo(1);
        assertThat(numbers.path("admittedPerSecond").asDouble()).isPositive();
        assertThat(numbers.path("waitSecondsP95").asDouble()).isNotNegative();
        assertThat(numbers.path("estimatedEnd").isNull()).isFalse();
    }

    @Test
    void knowsNoRoomUnderAMalformedId() {
        for (var id : new String[] {"r".repeat(41), "%20", "%F0%9F%8E%AB"}) {
            assertProblem(service().get("/api/waiting-rooms/" + id, null), 404, "no-waiting-room");
        }
        assertProblem(join("%20", "mina"), 404, "no-waiting-room");
    }

    @Test
    void wantsATokenForEverythingElse() {
        assertProblem(service().get("/api/waiting-rooms", null), 401, "token-missing");
        assertProblem(
                send("POST", "/api/waiting-rooms/r-1/entries", null, null), 401, "token-missing");
        var issuer = TestIssuer.shared();
        var expired = issuer.token("mina", "boxoffice", Duration.ofMinutes(-5));
        assertProblem(service().get("/api/waiting-rooms/r-1", expired), 401, "token-invalid");
        var foreign = issuer.token("mina", "another", Duration.ofMinutes(5));
        assertProblem(service().get("/api/waiting-rooms/r-1", foreign), 401, "token-invalid");
    }
}
