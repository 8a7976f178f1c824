package boxoffice.testing;

import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * The database servers that this machine can run tests on: real MySQL where Docker answers, and the
 * embedded MariaDB always. The same schema and the same statements must hold on both.
 */
public final class Databases {
    private Databases() {}

    /** For {@code @MethodSource("boxoffice.testing.Databases#all")}: each of them once. */
    public static Stream<SqlServer> all() {
        if (!hasDocker()) {
            return Stream.of(EmbeddedServer.SHARED);
        }
        // The second starts while the first does and is used; what fails is told by its first use.
        Thread.ofVirtual().start(EmbeddedServer.SHARED::start);
        return Stream.of(MySqlInContainer.SHARED, EmbeddedServer.SHARED);
    }

    /** One of them, the nearest to production: for tests that are not about the database. */
    public static SqlServer any() {
        return hasDocker() ? MySqlInContainer.SHARED : EmbeddedServer.SHARED;
    }

    private static boolean hasDocker() {
        if (Docker.ANSWERS) {
            return true;
        }
        Skips.without(
                "real MySQL", "no Docker engine answers; the embedded MariaDB alone was used");
        return false;
    }

    /** Asked once: where there is none, the question takes seconds. */
    private static final class Docker {
        static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();
    }
}
