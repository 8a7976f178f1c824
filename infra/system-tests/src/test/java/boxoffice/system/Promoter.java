package boxoffice.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a promoter sets up over REST: houses, concerts and dates that no other test has. */
final class Promoter {
    private Promoter() {}

    /** Whose the sample concerts are, too. */
    static final Buyer PARK = Buyer.called("park");

    /** What every seat of a house that is made here costs, unless a test says otherwise. */
    static final long PRICE = 50_000;

    private static final AtomicInteger COUNT = new AtomicInteger();

    static String name(String what) {
        return what + "-" + COUNT.incrementAndGet();
    }

    /** Sends it with a key of its own. */
    static Answer ask(String method, String path, String body) {
        return ask(method, path, "application/json", body);
    }

    static Answer ask(String method, String path, String type, String body) {
        var headers = new TreeMap<>(PARK.headers(name("key")));
        headers.put("Content-Type", type);
        return Buyer.patiently(() -> Http.send(method, path, headers, body));
    }

    static Answer look(String path) {
        return Buyer.patiently(() -> PARK.get(path));
    }

    /** A house with one section A, whose seats stand in rows before the stage. */
    static String house(int rows, int seatsInRow) {
        var venue = name("hall");
        ask("POST", "/api/venues", house(venue, "[" + rowOfOne() + "]")).expect(201);
        ask(
                        "POST",
                        "/api/venues/" + venue + "/seat-map?stageX=0",
                        "text/csv",
                        csv(rows, seatsInRow))
                .expect(201);
        return venue;
    }

    static String house(String venue, String sections) {
        return """
        {"venueId": "%s", "name": "작은 홀", "nameEn": "Small Hall", "city": "부산",
         "timeZone": "Asia/Seoul", "stage": {"x": 0, "y": 0}, "sections": %s}
        """
                .formatted(venue, sections);
    }

    private static String rowOfOne() {
        return """
        {"section": "A", "rows": [{"row": "1", "seats": [{"number": 1, "x": 0, "y": 20}]}]}
        """;
    }

    static String csv(int rows, int seatsInRow) {
        return Stream.concat(
                        Stream.of("section,row,number,x,y"),
                        IntStream.rangeClosed(1, rows)
                                .boxed()
                                .flatMap(row ->
                                        IntStream.rangeClosed(1, seatsInRow)
                                                .mapToObj(seat ->
                                                        "A,%d,%d,%d,%d"
                                                                .formatted(
                                                                        row, seat, seat * 20,
                                                                        row * 20))))
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param more members of the body beside the title, each beginning with a comma
     */
    static String concert(String more) {
        var concert = name("concert");
        ask(
                        "POST",
                        "/api/concerts",
                        "{\"concertId\": \"%s\", \"title\": \"바다의 밤 %s\"%s}"
                                .formatted(concert, concert, more))
                .expect(201);
        return concert;
    }

    /** The body of a date whose sale is open as soon as the promoter says so. */
    static String openDate(String schedule, String venue, String more) {
        var now = Instant.now();
        return date(schedule, venue, now.minus(Duration.ofHours(1)), more);
    }

    /** The body of a date in a month, all of it in grade R. */
    static String date(String schedule, String venue, Instant opensAt, String more) {
        return """
        {"scheduleId": "%s", "venueId": "%s", "startsAt": "%s", "saleOpensAt": "%s",
         "saleClosesAt": "%s", "grades": [{"grade": "R", "sections": ["A"],
          "price": {"amount": %d, "currency": "KRW"}}]%s}
        """
                .formatted(
                        schedule,
                        venue,
                        inDays(30),
                        opensAt,
                        inDays(29),
                        PRICE,
                        more.isEmpty() ? "" : ", " + more);
    }

    static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    /** Makes the date and puts it on sale; its id is the one in the body. */
    static String onSale(String concert, Supplier<String> body) {
        var made =
                ask("POST", "/api/concerts/" + concert + "/schedules", body.get())
                        .expect(201)
                        .text("scheduleId");
        ask("POST", "/api/schedules/" + made + "/state", "{\"state\": \"ON_SALE\"}").expect(200);
        return made;
    }

    /**
     * A date of a concert of its own that is sold in two days: until tomorrow to those who have one
     * of the codes, two seats each, and then to those who have NEXT-EEEE.
     */
    static String presale(String venue, int quota, List<String> codes) {
        var opens = inDays(2);
        var presales =
                """
                "presales": [
                  {"name": "Fans", "opensAt": "%s", "closesAt": "%s", "quota": %d,
                   "codeSeatsMax": 2, "codes": %s},
                  {"name": "Card", "opensAt": "%s", "closesAt": "%s", "quota": 6,
                   "codeSeatsMax": 2, "codes": ["NEXT-EEEE"]}]
                """
                        .formatted(
                                Instant.now().minus(Duration.ofHours(1)),
                                inDays(1),
                                quota,
                                seats(codes.toArray(String[]::new)),
                                inDays(1),
                                opens);
        return onSale(concert(""), () -> date(name("date"), venue, opens, presales));
    }

    /** A date of a concert of its own on sale for everybody, in a house of its own. */
    static String openHouse(int rows, int seatsInRow) {
        var venue = house(rows, seatsInRow);
        return onSale(concert(""), () -> openDate(name("date"), venue, ""));
    }

    static String seats(String... seatNos) {
        return List.of(seatNos).stream()
                .map(seat -> "\"" + seat + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Keeps the seats back; gives the block's id. */
    static String block(String schedule, String... seatNos) {
        var body = "{\"seats\": %s, \"reason\": \"sponsors\"}".formatted(seats(seatNos));
        return ask("POST", "/api/schedules/" + schedule + "/blocks", body)
                .expect(201)
                .text("blockId");
    }

    /** A date's seats counted by state, over all its grades. */
    static Map<String, Integer> counts(String schedule) {
        var counts = new TreeMap<String, Integer>();
        for (var grade :
                look("/api/back-office/schedules/" + schedule).expect(200).body().path("grades")) {
            for (var state : List.of("free", "held", "sold", "blocked")) {
                counts.merge(state, grade.path(state).asInt(), Integer::sum);
            }
        }
        return counts;
    }
}
