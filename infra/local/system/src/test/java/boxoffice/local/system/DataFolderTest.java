package boxoffice.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.servers.Daemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir private Path folder;

    @Test
    void keepsAPasswordForTheNextStart() {
        String first;
        try (var opened = DataFolder.open(folder, line -> {})) {
            first = opened.password("concert");
        }
        try (var opened = DataFolder.open(folder, line -> {})) {
            assertThat(opened.password("concert")).isEqualTo(first);
            assertThat(opened.password("order")).isNotEqualTo(first);
        }
    }

    @Test
    void endsWhatAKilledLauncherLeftRunning() throws Exception {
        var log = folder.resolve("sleeper.log");
        try (var sleeper =
                Daemon.start(
                        new Daemon.Command("sleeper", List.of("sleep", "60"), Map.of(), log))) {
            var notes = Files.createDirectories(folder.resolve("processes"));
            Files.writeString(
                    notes.resolve(Long.toString(sleeper.pid())),
                    sleeper.handle().info().startInstant().orElseThrow().toString());
            var said = new ArrayList<String>();

            DataFolder.open(folder, said::add).close();

            assertThat(sleeper.isAlive()).isFalse();
            assertThat(said).anyMatch(line -> line.contains(Long.toString(sleeper.pid())));
        }
    }

    @Test
    void sparesAProcessThatOnlyHasTheNumberOfOneOfOurs() throws Exception {
        var log = folder.resolve("sleeper.log");
        try (var stranger =
                Daemon.start(
                        new Daemon.Command("stranger", List.of("sleep", "60"), Map.of(), log))) {
            var notes = Files.createDirectories(folder.resolve("processes"));
            Files.writeString(notes.resolve(Long.toString(stranger.pid())), "2020-01-01T00:00:00Z");

            DataFolder.open(folder, line -> {}).close();

            assertThat(stranger.isAlive()).isTrue();
        }
    }

    @Test
    void keepsTheLogsOfTheStartBefore() throws Exception {
        var logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("concert.log"), "what went wrong");

        DataFolder.open(folder, line -> {}).close();

        assertThat(logs.resolve("concert.log.old")).hasContent("what went wrong");
        assertThat(logs.resolve("concert.log")).doesNotExist();
    }
}
