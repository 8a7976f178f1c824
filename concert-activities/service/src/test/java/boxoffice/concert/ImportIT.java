package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hall of fifty thousand seats, in a process that has 512 MiB of heap for everything. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class ImportIT {

    private static final Logger log = LoggerFactory.getLogger(ImportIT.class);
    private static final Duration IMPORT_MAX = Duration.ofSeconds(30);
    private static final long HEAP_BYTES_MAX = 512L * 1024 * 1024;

    private final SqlServer server;
    private final Promoter park;

    ImportIT(SqlServer server) {
        this.server = server;
        park = Promoter.park(ServiceUnderTest.shared(ConcertService.class, server));
    }

    @Test
    void importsFiftyThousandSeatsInTimeAndLittleHeapAndOpensADateThere() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(HEAP_BYTES_MAX);
        var venue = park.hall();
        var csv = new StringBuilder("section,row,number,x,y,aisleAfter\n");
        for (int section = 1; section <= 50; section++) {
            for (int seat = 0; seat < 1_000; seat++) {
                csv.append(
                        "S%d,%d,%d,%d,%d,%s\n"
                                .formatted(
                                        section,
                                        seat / 40 + 1,
                                        seat % 40 + 1,
                                        section * 100 + seat % 40,
                                        seat / 40,
                                        seat % 40 == 19));
            }
        }
        var begin = System.nanoTime();
        var map = park.csv("/api/venues/" + venue + "/seat-map", csv.toString()).is(201);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(map.text("/seats")).isEqualTo("50000");
        assertThat(took).isLessThan(IMPORT_MAX);

        var sections = new StringBuilder();
        for (int section = 1; section <= 50; section++) {
            sections.append(section == 1 ? "" : ", ").append("\"S").append(section).append('"');
        }
        var date =
                """
                {"venueId": "%s", "startsAt": "2030-12-24T19:30",
                 "saleOpensAt": "2026-01-01T10:00:00Z", "saleClosesAt": "2030-12-24T18:30",
                 "grades": [{"grade": "R", "price": {"amount": 110000, "currency": "KRW"},
                             "sections": [%s]}]}
                """
                        .formatted(venue, sections);
        begin = System.nanoTime();
        var schedule = park.post("/api/concerts/" + park.concert() + "/schedules", date).is(201);
        assertThat(schedule.text("/grades/0/seats")).isEqualTo("50000");
        log.info(
                "{}: 50,000 seats imported in {} ms, a date made of them in {} ms",
                server,
                took.toMillis(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
}
