package boxoffice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.servers.TemporalServer.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    @Test
    void isLaunchedAgainWhereAPortWasTakenForAMoment() throws IOException {
        var log = folder.resolve("collision.log");
        var taken = new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress());
        var guest = Thread.startVirtualThread(() -> leaveOnceMissed(taken, log));

        var settings = new Settings(null, 0, taken.getLocalPort(), log);
        try (var started = TemporalServer.start(settings, System.out::println).orElseThrow()) {
            assertThat(guest.isAlive()).isFalse();
            assertThat(started.cli(List.of("operator", "cluster", "health"))).contains("SERVING");
        }
    }

    private static void leaveOnceMissed(ServerSocket taken, Path log) {
        try (taken) {
            while (!Files.exists(log) || !Files.readString(log).contains("already in use")) {
                Pause.of(Duration.ofMillis(10));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
