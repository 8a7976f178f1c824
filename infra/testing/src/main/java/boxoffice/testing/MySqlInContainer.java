package boxoffice.testing;

import boxoffice.local.servers.Database;
import boxoffice.local.servers.Passwords;
import boxoffice.local.servers.ServerFailed;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.mysql.MySQLContainer;

/** Real MySQL in a container, as in production. Its files are in memory: it is never restarted. */
final class MySqlInContainer implements SqlServer {
    static final MySqlInContainer SHARED = new MySqlInContainer();

    private static final String IMAGE = "mysql:9.7";
    private static final String URL_OPTIONS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private final AtomicInteger count = new AtomicInteger();
    private @Nullable MySQLContainer container;

    private MySqlInContainer() {}

    private synchronized MySQLContainer container() {
        if (container == null) {
            var started = new MySQLContainer(IMAGE);
            started.withTmpFs(Map.of("/var/lib/mysql", "rw"));
            started.withCreateContainerCmdModifier(command -> {
                var host = command.getHostConfig();
                onLoopbackAlone(host == null ? HostConfig.newHostConfig() : host);
            });
            started.withCommand(
                    "mysqld",
                    "--skip-name-resolve",
                    "--disable-log-bin",
                    "--mysqlx=OFF",
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_bin",
                    "--default-time-zone=+00:00",
                    "--max-connections=500",
                    "--innodb-lock-wait-timeout=3");
            started.start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "stop-mysql"));
            container = started;
        }
        return container;
    }

    private static void onLoopbackAlone(HostConfig host) {
        var port = ExposedPort.tcp(MySQLContainer.MYSQL_PORT);
        host.withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), port));
    }

    @Override
    public Database fresh(String name) {
        var database = "boxoffice_" + name + "_" + count.incrementAndGet();
        var made = Database.of(url(database), database, user -> Passwords.random());
        try (var connection = admin();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database " + database + " character set utf8mb4 collate utf8mb4_bin");
            for (var right : made.rights(database, "%")) {
                statement.execute(right);
            }
            return made;
        } catch (SQLException e) {
            throw new ServerFailed("cannot create the database " + database, e);
        }
    }

    @Override
    public Connection admin() throws SQLException {
        return DriverManager.getConnection(url(""), "root", container().getPassword());
    }

    private String url(String database) {
        var running = container();
        return "jdbc:mysql://"
                + running.getHost()
                + ":"
                + running.getMappedPort(MySQLContainer.MYSQL_PORT)
                + "/"
                + database
                + URL_OPTIONS;
    }

    @Override
    public String toString() {
        try (var connection = admin()) {
            var version = connection.getMetaData().getDatabaseProductVersion().split("-", 2)[0];
            return "MySQL " + version + " (container)";
        } catch (SQLException e) {
            throw new ServerFailed("MySQL in its container does not tell its version", e);
        }
    }
}
