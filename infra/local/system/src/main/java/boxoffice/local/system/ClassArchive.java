package boxoffice.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A file of loaded classes that a service's JVM writes at its first orderly end, and reads at its
 * next starts. The JVM refuses one of other jars and does not replace it, so the jars and the JDK
 * are in its name.
 */
record ClassArchive(Path file) {

    static ClassArchive of(Path target, String classPath) {
        var sum = new CRC32();
        sum.update(Runtime.version().toString().getBytes(UTF_8));
        for (var entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            var jar = new File(entry);
            sum.update((entry + jar.length() + jar.lastModified()).getBytes(UTF_8));
        }
        return new ClassArchive(target.resolve("start-%08x.jsa".formatted(sum.getValue())));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** What the JVM must be told; silent, because the log is the service's. */
    List<String> options() {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + file,
                "-Xlog:cds=off,cds+dynamic=off");
    }

    /** Removes those of earlier builds: each has a hundred megabytes. */
    void removeOlder() {
        try (var others = Files.newDirectoryStream(file.getParent(), "start-*.jsa")) {
            for (var other : others) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + file.getParent(), e);
        }
    }
}
