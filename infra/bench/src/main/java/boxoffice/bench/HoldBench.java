package boxoffice.bench;

import static boxoffice.bench.Measuring.say;

import boxoffice.local.servers.DatabaseServer;
import boxoffice.local.servers.DatabaseServer.Choice;
import boxoffice.local.servers.DatabaseServer.Settings;
import boxoffice.local.servers.Passwords;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the hold service costs beyond its statements, and best available beyond the hold service:
 * {@link HoldRace} in a process that has the concert service's class path, memory and collector, on
 * a database server of its own.
 */
public final class HoldBench {
    private HoldBench() {}

    /**
     * @param arguments as for {@link Bench}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root = Path.of(arguments[0]);
        var folder = Files.createDirectories(Path.of(arguments[1]));
        var data = Files.createTempDirectory(folder, "hold");
        say("%s%nload before the start %s; data in %s", Machine.facts(), Machine.load(), data);
        var settings = new Settings(data.resolve("database"), 0, Choice.BEST);
        try (var server = DatabaseServer.start(settings, line -> say("  %s", line))) {
            say("  %s", server.version());
            var database = server.create("boxoffice_bench", _ -> Passwords.random());
            var environment =
                    Map.of(
                            "SPRING_DATASOURCE_URL", database.url(),
                            "SPRING_DATASOURCE_USERNAME", database.user(),
                            "SPRING_DATASOURCE_PASSWORD", database.password(),
                            "SPRING_LIQUIBASE_USER", database.owner(),
                            "SPRING_LIQUIBASE_PASSWORD", database.ownerPassword());
            race(root, environment);
        }
        say("%nload at the end %s", Machine.load());
        Measuring.delete(data);
    }

    private static void race(Path root, Map<String, String> environment)
            throws IOException, InterruptedException {
        var line =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(root.resolve("concert-activities/service/target")),
                        HoldRace.class.getName());
        var race = new ProcessBuilder(line).inheritIO();
        race.environment().putAll(environment);
        var running = race.start();
        try {
            var code = running.waitFor();
            if (code != 0) {
                throw new IllegalStateException("the race ended with " + code);
            }
        } finally {
            running.destroy();
        }
    }

    private static String classPath(Path target) throws IOException {
        try (var jars = Files.newDirectoryStream(target, "concert-service-*T.jar")) {
            for (var jar : jars) {
                var libraries = Files.readString(target.resolve("run.classpath")).strip();
                return String.join(File.pathSeparator, jar.toString(), libraries, ours());
            }
        }
        throw new IllegalStateException("the concert service is not built in " + target);
    }

    private static String ours() {
        try {
            return Path.of(
                            HoldBench.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
