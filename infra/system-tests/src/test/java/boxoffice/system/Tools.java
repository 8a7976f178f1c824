package boxoffice.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import boxoffice.testing.Skips;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of others that use Boxoffice as strangers do: where they are, and running them. */
final class Tools {
    private Tools() {}

    /** What tells them what to do. */
    static final Path INSTRUCTIONS = Path.of("src", "test", "resources", "strangers");

    /**
     * A program of the cache that {@code .ci} fills; the calling test is skipped where it is not
     * there, or is there in another version than the instructions want.
     *
     * @param made by which part of {@code .ci}
     * @param name of the folder in the cache, with the version
     * @param mark the file of the instructions that was copied there when all was well
     */
    static Path cached(String made, String name, Path mark, String program) throws IOException {
        var folder = cache().resolve(name);
        var copied = folder.resolve(mark.getFileName());
        if (!Files.exists(copied) || Files.mismatch(copied, INSTRUCTIONS.resolve(mark)) >= 0) {
            Skips.because(name + " is not in " + cache() + "; .ci/" + made + " installs it");
        }
        return folder.resolve(program);
    }

    private static Path cache() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        return base.resolve("boxoffice");
    }

    /**
     * The gateway's OpenAPI document, whole: a service that has not been asked for long may need a
     * moment.
     */
    static String document() throws Exception {
        var address = House.system().address(Service.GATEWAY).resolve("/api/openapi.json");
        var request = HttpRequest.newBuilder(address).build();
        var read = new ArrayList<String>();
        try (var http = HttpClient.newHttpClient()) {
            Wait.until(
                    Duration.ofSeconds(60),
                    () -> {
                        read.clear();
                        read.add(http.send(request, BodyHandlers.ofString()).body());
                        assertThat(read.getFirst()).doesNotContain("x-left-out");
                    });
        }
        return read.getFirst();
    }

    /** A program that runs and writes to its log. */
    record Running(Process process, Path log) {

        static Running start(
                Path folder, Path log, Map<String, String> environment, List<String> line)
                throws IOException {
            Files.createDirectories(folder);
            var builder =
                    new ProcessBuilder(line)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new Running(process, log);
        }

        /**
         * Its exit code.
         *
         * @throws AssertionError where it takes longer than that; it is ended then
         */
        int awaitEnd(Duration limit) throws InterruptedException {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(
                        "not within " + limit.toSeconds() + " s; its log is " + log);
            }
            return process.exitValue();
        }

        String said() throws IOException {
            return new String(Files.readAllBytes(log), UTF_8);
        }
    }
}
