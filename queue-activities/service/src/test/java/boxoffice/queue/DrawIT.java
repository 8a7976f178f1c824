package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the shuffle of a pool is worth. */
class DrawIT {

    private static final int PEOPLE = 1_000;
    private static final int BOTS = 1_000;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() {
        service =
                ServiceUnderTest.start(
                        QueueService.class, Databases.any(), OneRoom.STILL.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /**
     * The bot's buyers all came first. Were their places no better than chance, the mean of their
     * numbers would be that of all, 1000.5, within four of its standard deviations of 12.9, which
     * one draw in 16,000 is not.
     */
    @Test
    void givesABotWithAThousandBuyersNoBetterPlacesThanChance() {
        var room = pool();
        fill(room, "bot-", BOTS);
        fill(room, "person-", PEOPLE);
        room.stepAfter(Duration.ofSeconds(61));
        assertThat(room.count("number is not null")).isEqualTo(BOTS + PEOPLE);
        assertThat(mean(room, "bot-%")).isBetween(1000.5 - 52, 1000.5 + 52);
        assertThat(room.count("number <= 100 and buyer_id like 'bot-%'")).isBetween(29, 71);
    }

    @Test
    void isDrawnAgainByTheDocumentedCommand() throws IOException, InterruptedException {
        var room = pool();
        fill(room, "b-", 50);
        room.stepAfter(Duration.ofSeconds(61));
        var draw = service.get("/api/waiting-rooms/" + room.schedule() + "/draw", null).body();
        assertThat(answerOf(draw)).contains("bound to: true").contains("drawn:   true");
        var first = draw.indexOf("\"entries\":[\"") + 12;
        var swapped =
                draw.substring(0, first)
                        + draw.substring(first + 67, first + 67 + 64)
                        + draw.substring(first + 64, first + 67)
                        + draw.substring(first, first + 64)
                        + draw.substring(first + 67 + 64);
        assertThat(answerOf(swapped)).contains("drawn:   false");
    }

    /** A room that opens in a minute. */
    private static OneRoom pool() {
        return new OneRoom(service)
                .with(1, 1, Instant.now().plusSeconds(60), Duration.ofMinutes(5), true);
    }

    /** As the service's own insert makes them; one by one they would take a minute. */
    private static void fill(OneRoom room, String name, int count) {
        service.write(
                """
                insert into entries
                    (entry_id, schedule_id, buyer_id, state, live, joined_at, last_seen_at)
                with recursive n (n) as (
                    select 1 union all select n + 1 from n where n < ?)
                select uuid(), ?, concat(?, n), 'WAITING', 1, utc_timestamp(6), utc_timestamp(6)
                from n
                """,
                count,
                room.schedule().value(),
                name);
    }

    private static double mean(OneRoom room, String buyers) {
        return service.sql()
                .sql("select avg(number) from entries where schedule_id = ? and buyer_id like ?")
                .params(room.schedule().value(), buyers)
                .query(Double.class)
                .single();
    }

    private static String answerOf(String draw) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var program = "src/test/java/boxoffice/queue/RecomputeDraw.java";
        var process = new ProcessBuilder(List.of(java, program)).start();
        try (var in = process.getOutputStream()) {
            in.write(draw.getBytes(StandardCharsets.UTF_8));
        }
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return answer;
    }
}
