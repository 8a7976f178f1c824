package boxoffice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DaemonTest {
    @TempDir private Path folder;

    @Test
    void tellsWhenItDiesAndWhatItSaidLast() throws Exception {
        var told = new CompletableFuture<Daemon>();
        try (var daemon = shell("echo first; echo last; sleep 0.2; exit 3")) {
            daemon.onDeath(told::complete);

            assertThat(told.get(10, TimeUnit.SECONDS).exitCode()).hasValue(3);
            assertThat(daemon.lastLines(1)).containsExactly("last");
        }
    }

    @Test
    void tellsNothingWhenItWasToldToEnd() {
        var told = new CompletableFuture<Daemon>();
        var daemon = shell("exec sleep 60");
        daemon.onDeath(told::complete);

        daemon.kill();

        assertThat(daemon.isAlive()).isFalse();
        assertThat(daemon.exitCode()).hasValue(128 + 9);
        assertThat(told).isNotDone();
    }

    @Test
    void killsWhatDoesNotEndWhenAsked() {
        var daemon = shell("trap '' TERM; while :; do sleep 0.1; done");

        daemon.stop(Duration.ofMillis(500));

        assertThat(daemon.isAlive()).isFalse();
    }

    @Test
    void passesTheEnvironmentOn() throws Exception {
        var told = new CompletableFuture<Daemon>();
        var log = folder.resolve("environment.log");
        var command =
                new Daemon.Command(
                        "shell",
                        List.of("/bin/sh", "-c", "sleep 0.2; echo $GREETING"),
                        Map.of("GREETING", "hello"),
                        log);
        try (var daemon = Daemon.start(command)) {
            daemon.onDeath(told::complete);
            told.get(10, TimeUnit.SECONDS);

            assertThat(log).hasContent("hello");
        }
    }

    @Test
    void refusesALogThatCannotBeWritten() {
        var command =
                new Daemon.Command("shell", List.of("/bin/true"), Map.of(), Path.of("/proc/x/log"));

        assertThatThrownBy(() -> Daemon.start(command))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot start shell");
    }

    private Daemon shell(String script) {
        return Daemon.start(
                new Daemon.Command(
                        "shell",
                        List.of("/bin/sh", "-c", script),
                        Map.of(),
                        folder.resolve("shell.log")));
    }
}
