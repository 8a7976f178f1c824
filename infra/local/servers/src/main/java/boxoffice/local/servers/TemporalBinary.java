package boxoffice.local.servers;

import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.testing.internal.devserver.TemporalDevServerDownloader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the program {@code temporal} comes from: the PATH, else the cache, else the official
 * download, else a build with Go. What was fetched or built stays in the cache.
 */
final class TemporalBinary {
    private static final GoProgram PROGRAM =
            new GoProgram(
                    "temporal",
                    "Temporal",
                    "github.com/temporalio/cli",
                    "github.com/temporalio/cli/cmd/temporal",
                    "--version");
    private static final String DOWNLOAD_HOST = "temporal.download";
    private static final int PROBE_MS_MAX = 5_000;

    private TemporalBinary() {}

    /** Empty where it can be had in no way; what was tried has been told to {@code progress}. */
    static Optional<Path> find(Consumer<String> progress) {
        return PROGRAM.find(progress, target -> isFetched(target, progress));
    }

    private static boolean isFetched(Path target, Consumer<String> progress) {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(DOWNLOAD_HOST, 443), PROBE_MS_MAX);
        } catch (IOException | RuntimeException e) {
            progress.accept("Temporal cannot be downloaded from here (" + DOWNLOAD_HOST + ")");
            return false;
        }
        progress.accept("downloading Temporal " + PROGRAM.version() + " from " + DOWNLOAD_HOST);
        var folder = Folders.temporary("temporal");
        try {
            var program =
                    TemporalDevServerDownloader.prepare(
                            TemporalDevServerOptions.newBuilder()
                                    .setDownloadVersion("v" + PROGRAM.version())
                                    .setDownloadDestination(folder.toString())
                                    .setDownloadEnabled(true)
                                    .build());
            PROGRAM.install(program, target);
            return true;
        } catch (IOException | RuntimeException e) {
            progress.accept("the download of Temporal failed: " + e.getMessage());
            return false;
        } finally {
            Folders.delete(folder);
        }
    }
}
