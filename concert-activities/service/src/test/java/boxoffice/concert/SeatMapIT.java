package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.store.FreeSeats;
import boxoffice.testing.SqlServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The two documents of a seat map, and what many readers of them cost. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class SeatMapIT {

    private static final Duration AGE_MAX = Duration.ofSeconds(1);
    private static final Duration LOOKING = Duration.ofSeconds(2);
    private static final int READERS = 200;

    /** The states are read no more often than that. */
    private static final Duration FRESH = Duration.ofMillis(400);

    /** The date, its seats, and, as nobody has drawn it, the house; the end of both reads. */
    private static final int STATEMENTS_A_READING = 5;

    private final SqlServer server;
    private final RunningService service;
    private final Reader reader;

    SeatMapIT(SqlServer server) {
        this.server = server;
        service = RunningService.shared(server);
        reader = new Reader(service);
    }

    @AfterEach
    void leave() {
        reader.close();
    }

    @Test
    void aHallOfTwentyThousandSeatsIsShort() throws IOException {
        var hall = new Hall(service);
        hall.scatter();

        var answer = reader.get(hall.seats(), "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(answer.body().length).as("bytes, gzipped").isLessThan(30_000);
        var map = Reader.unzipped(answer);
        assertThat(map.at("/states").stringValue()).hasSize(20_000).contains("F", "T", "B");
        assertThat(map.toString()).doesNotContain("mina");

        var plain = reader.get(hall.seats());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().firstValue("ETag"))
                .isNotEqualTo(answer.headers().firstValue("ETag"));
        var drawing = reader.get(map.at("/seatMap").stringValue(), "Accept-Encoding", "gzip");
        assertThat(Reader.unzipped(drawing).at("/seats").intValue()).isEqualTo(20_000);
        assertThat(drawing.body().length).as("bytes, gzipped").isLessThan(200_000);
        var etag = drawing.headers().firstValue("ETag").orElseThrow();
        var again =
                reader.get(
                        map.at("/seatMap").stringValue(),
                        "Accept-Encoding",
                        "gzip",
                        "If-None-Match",
                        etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Vary")).contains("Accept-Encoding");
    }

    @Test
    void manyReadersAreOneReading() throws SQLException {
        var house = new House(service, "A-1", "A-2");
        var path = "/api/schedules/" + house.schedule + "/seats";
        reader.get(path);
        var etag = reader.get(path).headers().firstValue("ETag").orElseThrow();
        var unchanged = new AtomicInteger();
        var begun = System.nanoTime();

        var asked =
                Questions.during(
                        server,
                        () -> {
                            var end = System.nanoTime() + LOOKING.toNanos();
                            all(() -> {
                                while (System.nanoTime() < end) {
                                    var answer = reader.get(path, "If-None-Match", etag);
                                    unchanged.addAndGet(answer.statusCode() == 304 ? 1 : 0);
                                    Thread.sleep(100);
                                }
                                return null;
                            });
                        });

        assertThat(unchanged.get()).as("answers").isGreaterThanOrEqualTo(READERS);
        // A slow machine takes longer over it than it should.
        var readingsMax = 2 + Duration.ofNanos(System.nanoTime() - begun).dividedBy(FRESH);
        assertThat(asked).as("statements").isLessThanOrEqualTo(readingsMax * STATEMENTS_A_READING);
    }

    @Test
    void manyReadersAreOneCount() throws SQLException {
        var house = new House(service, "A-1", "A-2");
        var counts = service.bean(FreeSeats.class);

        var asked =
                Questions.during(
                        server,
                        () -> all(() -> counts.of(List.of(house.schedule)).get(house.schedule)));

        assertThat(asked).as("the count and its end").isEqualTo(2);
    }

    @Test
    void aHoldIsSeenWithinASecond() throws InterruptedException {
        var house = new House(service, "A-1", "A-2", "A-3");
        var path = "/api/schedules/" + house.schedule;
        var before = reader.get(path + "/seats");
        assertThat(before.headers().firstValue("Cache-Control")).contains("no-cache");
        var etag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(reader.json(path + "/seats").at("/states").stringValue()).isEqualTo("FFF");
        assertThat(reader.json(path).at("/freeSeats").intValue()).isEqualTo(3);

        house.hold(House.booking(), "A-2");
        Thread.sleep(AGE_MAX);

        assertThat(reader.get(path + "/seats", "If-None-Match", etag).statusCode()).isEqualTo(200);
        assertThat(reader.json(path + "/seats").at("/states").stringValue()).isEqualTo("FTF");
        assertThat(reader.json(path).at("/freeSeats").intValue()).isEqualTo(2);
    }

    @Test
    void aHouseThatNobodyHasDrawnIsToldByItsSeats() {
        var house = new House(service, "A-1", "A-2");

        var map = reader.json("/api/schedules/" + house.schedule + "/seats");

        assertThat(map.has("seatMap")).isFalse();
        assertThat(map.at("/drawing").toString())
                .isEqualTo(
                        """
                        {"seats":2,"sections":[{"section":"A","name":"A","standing":false,\
                        "rows":[{"row":"1","seats":[{"seatNo":"A-1","number":1},\
                        {"seatNo":"A-2","number":2}]}]}]}\
                        """);
        assertThat(map.at("/grades").valueStream()).hasSize(2);
    }

    private static void all(Callable<?> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < READERS; i++) {
                threads.submit(work);
            }
        }
    }
}
