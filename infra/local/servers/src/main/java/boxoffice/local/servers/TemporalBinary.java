package boxoffice.local.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.testing.internal.devserver.TemporalDevServerDownloader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where the program {@code temporal} comes from: the PATH, else the cache, else the official
 * download, else a build with Go. What was fetched or built stays in the cache.
 */
final class TemporalBinary {
    private static final String MODULE = "/boxoffice/local/temporal/";
    private static final String DOWNLOAD_HOST = "temporal.download";
    private static final int PROBE_MS_MAX = 5_000;
    private static final Pattern GO_VERSION = Pattern.compile("go1\\.(\\d+)");

    /** From here on Go fetches by itself the newer Go that a module asks for. */
    private static final int GO_MINOR_MIN = 21;

    private TemporalBinary() {}

    /** Empty where it can be had in no way; what was tried has been told to {@code progress}. */
    static Optional<Path> find(Consumer<String> progress) {
        var onPath = Executables.onPath("temporal");
        if (onPath.isPresent()) {
            return onPath;
        }
        var folder = Executables.cache().resolve("temporal-" + version());
        var cached = folder.resolve("temporal");
        if (Files.isExecutable(cached)) {
            return Optional.of(cached);
        }
        try {
            Files.createDirectories(folder);
            // Two starts at once must not both build for minutes.
            try (var channel =
                            FileChannel.open(
                                    folder.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (held.isValid() && Files.isExecutable(cached)) {
                    return Optional.of(cached);
                }
                return fetched(cached, progress) || built(cached, progress)
                        ? Optional.of(cached)
                        : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the cache " + folder, e);
        }
    }

    /** The one the Go module names, so that the version stands in one place. */
    static String version() {
        return module("go.mod")
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(require )?github\\.com/temporalio/cli v\\S+.*"))
                .map(line -> line.replaceAll(".*temporalio/cli v(\\S+).*", "$1"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("go.mod names no Temporal CLI"));
    }

    private static boolean fetched(Path target, Consumer<String> progress) {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(DOWNLOAD_HOST, 443), PROBE_MS_MAX);
        } catch (IOException | RuntimeException e) {
            progress.accept("Temporal cannot be downloaded from here (" + DOWNLOAD_HOST + ")");
            return false;
        }
        progress.accept("downloading Temporal " + version() + " from " + DOWNLOAD_HOST);
        var folder = Folders.temporary("temporal");
        try {
            var program =
                    TemporalDevServerDownloader.prepare(
                            TemporalDevServerOptions.newBuilder()
                                    .setDownloadVersion("v" + version())
                                    .setDownloadDestination(folder.toString())
                                    .setDownloadEnabled(true)
                                    .build());
            install(program, target);
            return true;
        } catch (IOException | RuntimeException e) {
            progress.accept("the download of Temporal failed: " + e.getMessage());
            return false;
        } finally {
            Folders.delete(folder);
        }
    }

    private static boolean built(Path target, Consumer<String> progress) {
        var go = Executables.onPath("go").filter(TemporalBinary::isNewEnough);
        if (go.isEmpty()) {
            progress.accept("Temporal cannot be built: no Go 1." + GO_MINOR_MIN + " on the PATH");
            return false;
        }
        progress.accept("building Temporal " + version() + " with Go: some minutes, once");
        var folder = Folders.temporary("temporal");
        try {
            for (var file : List.of("go.mod", "go.sum")) {
                Files.writeString(folder.resolve(file), module(file));
            }
            var program = folder.resolve("temporal");
            var builder =
                    new ProcessBuilder(
                                    go.get().toString(),
                                    "build",
                                    "-v",
                                    "-trimpath",
                                    "-ldflags",
                                    "-s -w",
                                    "-o",
                                    program.toString(),
                                    "github.com/temporalio/cli/cmd/temporal")
                            .directory(folder.toFile());
            builder.environment().put("CGO_ENABLED", "0");
            builder.environment().put("GOFLAGS", "-mod=readonly");
            builder.environment().put("GOTOOLCHAIN", "auto");
            builder.environment().put("GOWORK", "off");
            var ended = Executables.run(builder, line -> progress.accept("  " + line));
            if (!ended.well()) {
                progress.accept("the build of Temporal failed, see above");
                return false;
            }
            install(program, target);
            return true;
        } catch (IOException e) {
            progress.accept("the build of Temporal failed: " + e.getMessage());
            return false;
        } finally {
            Folders.delete(folder);
        }
    }

    private static boolean isNewEnough(Path go) {
        var version =
                GO_VERSION.matcher(Executables.run(List.of(go.toString(), "version")).output());
        return version.find() && Integer.parseInt(version.group(1)) >= GO_MINOR_MIN;
    }

    /** Renamed last, so that half of a copy is never taken for the program. */
    private static void install(Path program, Path target) throws IOException {
        var half = target.resolveSibling("temporal.half");
        Files.copy(program, half, StandardCopyOption.REPLACE_EXISTING);
        if (!half.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + half + " executable");
        }
        if (!Executables.run(List.of(half.toString(), "--version")).well()) {
            throw new IOException("it does not run on this machine");
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String module(String file) {
        try (InputStream in =
                Objects.requireNonNull(TemporalBinary.class.getResourceAsStream(MODULE + file))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
