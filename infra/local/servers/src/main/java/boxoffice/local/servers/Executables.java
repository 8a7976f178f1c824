package boxoffice.local.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs of this machine: where they are, and running one to its end. */
final class Executables {
    private Executables() {}

    static Optional<Path> onPath(String name) {
        var path = System.getenv("PATH");
        return path == null
                ? Optional.empty()
                : Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder, name).toAbsolutePath())
                        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                        .findFirst();
    }

    /** Where what was fetched or built once stays for every checkout of this user. */
    static Path cache() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        return base.resolve("boxoffice");
    }

    /** What a program said, both outputs together, and how it ended. */
    record Ended(int code, String output) {
        boolean well() {
            return code == 0;
        }
    }

    static Ended run(List<String> line) {
        return run(new ProcessBuilder(line), heard -> {});
    }

    /** Runs it to its end; each line it says is passed on as it comes. */
    static Ended run(ProcessBuilder builder, Consumer<String> lines) {
        try {
            var process =
                    builder.redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .start();
            var output = new StringBuilder();
            try (var reader = process.inputReader(UTF_8)) {
                reader.lines()
                        .forEach(line -> {
                            output.append(line).append('\n');
                            lines.accept(line);
                        });
            }
            return new Ended(process.waitFor(), output.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + builder.command().getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while " + builder.command().getFirst() + " ran", e);
        }
    }
}
