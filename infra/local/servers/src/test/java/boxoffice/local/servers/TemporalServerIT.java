package boxoffice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.servers.TemporalServer.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalServerIT {
    @TempDir private static Path folder;
    private static TemporalServer server;

    @BeforeAll
    static void start() {
        var settings =
                new Settings(
                        folder.resolve("temporal.db"),
                        0,
                        Ports.free(),
                        folder.resolve("temporal.log"));
        server = TemporalServer.start(settings, System.out::println).orElseThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void knowsTheSearchAttributesOfABooking() {
        assertThat(server.cli(List.of("operator", "search-attribute", "list")))
                .contains("BookingStatus", "ConcertId", "ScheduleId", "BuyerId", "NeedsOperator");
    }

    @Test
    void keepsClosedWorkflowsForSevenDays() {
        assertThat(server.cli(List.of("operator", "namespace", "describe", "-n", "default")))
                .contains("168h0m0s");
    }

    @Test
    void findsItsWorkflowsAgainAfterItWasKilled() {
        server.cli(
                List.of(
                        "workflow",
                        "start",
                        "--type",
                        "Anything",
                        "--task-queue",
                        "nobody",
                        "--workflow-id",
                        "survivor",
                        "--search-attribute",
                        "BookingStatus=\"AWAITING_PAYMENT\""));

        server.kill();
        assertThat(server.isAlive()).isFalse();
        server.startAgain();

        assertThat(server.cli(List.of("workflow", "describe", "-w", "survivor")))
                .contains("AWAITING_PAYMENT");
    }
}
