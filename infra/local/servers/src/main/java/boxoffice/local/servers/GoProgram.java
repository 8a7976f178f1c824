package boxoffice.local.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A program that can be built with Go from public modules. Which ones, and which version, stands in
 * a Go module of ours among the resources, with the checksum of each. Once had, it stays in the
 * cache.
 *
 * @param name of the program's file
 * @param title for messages
 * @param required the Go module whose version is the program's
 * @param source the Go package that is the program
 * @param versionArgument makes it say its version and end
 */
record GoProgram(
        String name, String title, String required, String source, String versionArgument) {

    private static final Pattern GO_VERSION = Pattern.compile("go1\\.(\\d+)");

    /** From here on Go fetches by itself the newer Go that a module asks for. */
    private static final int GO_MINOR_MIN = 21;

    /**
     * From the PATH, else from the cache, else by the other way, else by a build. Empty where it
     * can be had in no way; what was tried has been told to {@code progress}.
     *
     * @param otherWay gets the file to {@link #install} to
     */
    Optional<Path> find(Consumer<String> progress, Predicate<Path> otherWay) {
        var onPath = Executables.onPath(name);
        if (onPath.isPresent()) {
            return onPath;
        }
        var folder = Executables.cache().resolve(name + "-" + version());
        var cached = folder.resolve(name);
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
                return otherWay.test(cached) || isBuilt(cached, progress)
                        ? Optional.of(cached)
                        : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the cache " + folder, e);
        }
    }

    /** The one the Go module names, so that the version stands in one place. */
    String version() {
        var line = Pattern.compile("(?:require )?" + Pattern.quote(required) + " v(\\S+).*");
        return module("go.mod")
                .lines()
                .map(text -> line.matcher(text.strip()))
                .filter(found -> found.matches())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("go.mod names no " + required));
    }

    private boolean isBuilt(Path target, Consumer<String> progress) {
        var go = Executables.onPath("go").filter(GoProgram::isNewEnough);
        if (go.isEmpty()) {
            progress.accept(title + " cannot be built: no Go 1." + GO_MINOR_MIN + " on the PATH");
            return false;
        }
        progress.accept("building " + title + " " + version() + " with Go: some minutes, once");
        var folder = Folders.temporary(name);
        try {
            for (var file : List.of("go.mod", "go.sum")) {
                Files.writeString(folder.resolve(file), module(file));
            }
            var program = folder.resolve(name);
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
                                    source)
                            .directory(folder.toFile());
            builder.environment().put("CGO_ENABLED", "0");
            builder.environment().put("GOFLAGS", "-mod=readonly");
            builder.environment().put("GOTOOLCHAIN", "auto");
            builder.environment().put("GOWORK", "off");
            var ended = Executables.run(builder, line -> progress.accept("  " + line));
            if (!ended.well()) {
                progress.accept("the build of " + title + " failed, see above");
                return false;
            }
            install(program, target);
            return true;
        } catch (IOException e) {
            progress.accept("the build of " + title + " failed: " + e.getMessage());
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
    void install(Path program, Path target) throws IOException {
        var half = target.resolveSibling(name + ".half");
        Files.copy(program, half, StandardCopyOption.REPLACE_EXISTING);
        if (!half.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + half + " executable");
        }
        if (!Executables.run(List.of(half.toString(), versionArgument)).well()) {
            throw new IOException("it does not run on this machine");
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private String module(String file) {
        var path = "/boxoffice/local/" + name + "/" + file;
        try (InputStream in =
                Objects.requireNonNull(GoProgram.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
