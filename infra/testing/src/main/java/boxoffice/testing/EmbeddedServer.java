package boxoffice.testing;

import boxoffice.local.servers.Database;
import boxoffice.local.servers.DatabaseServer;
import boxoffice.local.servers.DatabaseServer.Choice;
import boxoffice.local.servers.DatabaseServer.Settings;
import boxoffice.local.servers.Passwords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The MariaDB that {@code ./mvnw} starts where no MySQL is installed. */
final class EmbeddedServer implements SqlServer {
    static final EmbeddedServer SHARED = new EmbeddedServer();

    private final AtomicInteger made = new AtomicInteger();
    private @Nullable DatabaseServer server;

    private EmbeddedServer() {}

    /** For whoever knows that it is going to be used; it starts by itself otherwise. */
    void start() {
        server();
    }

    private synchronized DatabaseServer server() {
        if (server == null) {
            var started =
                    DatabaseServer.start(
                            new Settings(null, 0, Choice.EMBEDDED), System.out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-database"));
            server = started;
        }
        return server;
    }

    @Override
    public Database fresh(String name) {
        return server().create(
                        "boxoffice_" + name + "_" + made.incrementAndGet(),
                        user -> Passwords.random());
    }

    @Override
    public Connection admin() throws SQLException {
        return server().admin();
    }

    @Override
    public String toString() {
        return server().version();
    }
}
