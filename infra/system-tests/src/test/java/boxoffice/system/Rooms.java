package boxoffice.system;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Waiting rooms as staff and buyers come to them, through the gateway. */
final class Rooms {
    private Rooms() {}

    private static final String HEADER = "Boxoffice-Pass";

    /** Puts a room that is open already in front of a date. */
    static void open(Buyer staff, String schedule, int cap, int rate) {
        set(staff, schedule, cap, rate, Instant.now().minus(Duration.ofMinutes(1)));
    }

    static void set(Buyer staff, String schedule, int cap, int rate, Instant opensAt) {
        var headers = new TreeMap<>(Map.of("Authorization", "Bearer " + staff.token()));
        headers.put("Content-Type", "application/json");
        var body =
                "{\"cap\": %d, \"ratePerSecond\": %d, \"opensAt\": \"%s\"}"
                        .formatted(cap, rate, opensAt);
        var path = "/api/waiting-rooms/" + schedule;
        Buyer.patiently(() -> Http.send("PUT", Service.GATEWAY, path, headers, body)).expect(201);
    }

    static Answer act(Buyer staff, String schedule, String what) {
        return Buyer.patiently(() ->
                Http.send(
                        "POST",
                        Service.GATEWAY,
                        "/api/waiting-rooms/" + schedule + "/" + what,
                        authorization(staff),
                        null));
    }

    static Answer numbers(Buyer staff, String schedule) {
        return staff.get("/api/waiting-rooms/" + schedule + "/numbers");
    }

    static Answer join(Buyer buyer, String schedule) {
        return Buyer.patiently(() ->
                Http.send(
                        "POST",
                        Service.GATEWAY,
                        "/api/waiting-rooms/" + schedule + "/entries",
                        authorization(buyer),
                        null));
    }

    static Answer look(Buyer buyer, String schedule, String entry) {
        return Buyer.patiently(
                () -> buyer.get("/api/waiting-rooms/" + schedule + "/entries/" + entry));
    }

    static Answer leave(Buyer buyer, String schedule, String entry) {
        return Buyer.patiently(() ->
                Http.send(
                        "DELETE",
                        Service.GATEWAY,
                        "/api/waiting-rooms/" + schedule + "/entries/" + entry,
                        authorization(buyer),
                        null));
    }

    /** Joins, and waits for the pass. */
    static String pass(Buyer buyer, String schedule) {
        var entry = join(buyer, schedule).text("entryId");
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            var seen = look(buyer, schedule, entry).expect(200);
            if (!seen.text("pass").isEmpty()) {
                return seen.text("pass");
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not let in: " + seen.body());
            }
            Wait.pause(Duration.ofMillis(200));
        }
    }

    /** Books, and shows this pass; null shows none. */
    static Answer book(Buyer buyer, String key, String body, @Nullable String pass) {
        var headers = new TreeMap<>(buyer.headers(key));
        if (pass != null) {
            headers.put(HEADER, pass);
        }
        return Buyer.patiently(() -> Http.post("/api/bookings", headers, body));
    }

    private static Map<String, String> authorization(Buyer who) {
        return Map.of("Authorization", "Bearer " + who.token());
    }
}
