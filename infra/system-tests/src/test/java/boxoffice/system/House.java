package boxoffice.system;

import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Plan;
import boxoffice.local.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;

/**
 * The one system that all tests of this JVM share, on free ports. Started by the first test that
 * asks, stopped when the JVM ends; its logs stay in {@code target/system/logs}.
 */
final class House {
    private House() {}

    private static @Nullable LocalSystem system;

    /** Not in a static initializer: the start reports from threads that would wait for it. */
    static synchronized LocalSystem system() {
        if (system == null) {
            system = open();
        }
        return system;
    }

    /** Most of what is tested here needs a Temporal that keeps its file and can be killed. */
    static void assumeRealTemporal() {
        Assumptions.assumeThat(system().hasRealTemporal())
                .as("a real Temporal server: the temporal CLI or Go is needed")
                .isTrue();
    }

    private static LocalSystem open() {
        var data = Path.of("target", "system").toAbsolutePath();
        delete(data);
        var opened =
                LocalSystem.start(
                        Plan.forTests(root(), data).briefly(),
                        line -> System.out.println("[house] " + line));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(opened), "close-house"));
        return opened;
    }

    /** Nobody comes back for what they have in flight, and an orderly end takes half a minute. */
    private static void close(LocalSystem opened) {
        for (var service : Service.values()) {
            opened.kill(service);
        }
        opened.close();
    }

    /** The repository's root: the folder above that has the build's own Maven. */
    static Path root() {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
