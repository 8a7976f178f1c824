package boxoffice.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A database server of its own, bound to the loopback interface: the {@code mysqld} on the PATH,
 * else the embedded MariaDB. A server that was killed finds every committed row again when it is
 * started on the same folder. In a folder that is kept a commit is on disk when it returns; in a
 * temporary one it is the operating system's by then, which no power cut would leave anyway.
 */
public final class DatabaseServer implements AutoCloseable {

    /** Which program to take for a folder that is new. */
    public enum Choice {
        BEST,
        EMBEDDED
    }

    /**
     * How to run it.
     *
     * @param home the folder to live in and to find again; null for one that is deleted at the end
     * @param port 0 for any that is free
     */
    public record Settings(@Nullable Path home, int port, Choice choice) {
        public static Settings temporary() {
            return new Settings(null, 0, Choice.BEST);
        }
    }

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(30);
    private static final String ADMIN = "boxoffice_admin";

    /** TLS to oneself only costs; without it MySQL's driver must be allowed to ask for the key. */
    private static final String URL_OPTIONS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private final DatabaseHome home;
    private final boolean temporary;
    private final int port;
    private final DatabaseSoftware software;
    private final String adminPassword;
    private Daemon daemon;

    private DatabaseServer(Settings settings, Consumer<String> progress) {
        this.temporary = settings.home() == null;
        this.home =
                new DatabaseHome(
                        settings.home() == null
                                ? Folders.temporary("database")
                                : settings.home().toAbsolutePath());
        this.port = settings.port() == 0 ? Ports.free() : settings.port();
        this.software = home.installed(settings.choice(), progress);
        this.adminPassword = home.adminPassword();
        this.daemon = launch();
    }

    /**
     * Starts it and returns when it answers.
     *
     * @throws ServerFailed where it does not; the message holds the log's end
     */
    public static DatabaseServer start(Settings settings, Consumer<String> progress) {
        return new DatabaseServer(settings, progress);
    }

    /** Starts it again on the same data and port, after {@link #kill} or its own death. */
    public void startAgain() {
        if (daemon.isAlive()) {
            throw new IllegalStateException("the database server runs");
        }
        daemon = launch();
    }

    private Daemon launch() {
        var line = new ArrayList<>(DatabaseSoftware.withUser(software.server()));
        line.addAll(
                List.of(
                        "--datadir=" + home.data(),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        // Relative to the data folder: a socket's path has some 100 bytes at most.
                        "--socket=server.sock",
                        "--pid-file=" + home.folder().resolve("server.pid"),
                        "--init-file=" + writeSetup(),
                        "--skip-name-resolve",
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_bin",
                        "--default-time-zone=+00:00",
                        "--max-connections=500",
                        "--innodb-buffer-pool-size=256M",
                        "--innodb-lock-wait-timeout=3",
                        "--innodb-flush-log-at-trx-commit=" + (temporary ? 2 : 1)));
        var started =
                Daemon.start(new Daemon.Command("the database server", line, Map.of(), home.log()));
        try {
            awaitAnswer(started);
            return started;
        } catch (RuntimeException e) {
            // Nobody else knows of it yet.
            started.stop(STOP_GRACE);
            throw e;
        }
    }

    /** The server reads it as its own administrator before it takes the first connection. */
    private Path writeSetup() {
        var file = home.folder().resolve("setup.sql");
        var admin = "'" + ADMIN + "'@'127.0.0.1'";
        var password = " identified by '" + adminPassword + "';\n";
        try {
            Files.deleteIfExists(file);
            Files.createFile(file);
            ownerOnly(file);
            Files.writeString(
                    file,
                    ("create user if not exists " + admin + password)
                            + ("alter user " + admin + password)
                            + ("grant all privileges on *.* to " + admin + " with grant option;\n")
                            + ("alter user 'root'@'localhost'" + password));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void awaitAnswer(Daemon started) {
        var limit = Instant.now().plus(START_LIMIT);
        while (true) {
            try (var connection = admin()) {
                Files.deleteIfExists(home.folder().resolve("setup.sql"));
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException | IOException e) {
                if (!started.isAlive()) {
                    throw ServerFailed.of(started, "did not start");
                }
                if (Instant.now().isAfter(limit)) {
                    throw ServerFailed.of(started, "did not answer within " + START_LIMIT);
                }
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    /**
     * A database with its user and its owner, who have no rights elsewhere; all are made where they
     * are not yet, and the passwords are set. Again is harmless.
     *
     * @param passwordOf by the name of the user
     */
    public Database create(String name, UnaryOperator<String> passwordOf) {
        var database = Database.of(url(name), name, passwordOf);
        try (var connection = admin();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database if not exists "
                            + name
                            + " character set utf8mb4 collate utf8mb4_bin");
            for (var right : database.rights(name, "127.0.0.1")) {
                statement.execute(right);
            }
            return database;
        } catch (SQLException e) {
            throw new ServerFailed("cannot create the database " + name, e);
        }
    }

    /** The administrator's connection to the server, to no database; the caller closes it. */
    public Connection admin() throws SQLException {
        return DriverManager.getConnection(url(""), ADMIN, adminPassword);
    }

    /** The administrator's connection to one of its databases; the caller closes it. */
    public Connection admin(String database) throws SQLException {
        return DriverManager.getConnection(url(database), ADMIN, adminPassword);
    }

    private String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + URL_OPTIONS;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return daemon.pid();
    }

    public boolean isAlive() {
        return daemon.isAlive();
    }

    public Path log() {
        return home.log();
    }

    /** The process as it runs now, to watch; another after {@link #startAgain}. */
    public Daemon process() {
        return daemon;
    }

    /** What it is, for people: {@code MariaDB 11.4.5 (embedded)}. */
    public String version() {
        try (var connection = admin();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select version()")) {
            var number =
                    rows.next()
                            ? Optional.ofNullable(rows.getString(1)).orElse("?").split("-", 2)[0]
                            : "?";
            return switch (software) {
                case DatabaseSoftware.MySql _ -> "MySQL " + number + " (on the PATH)";
                case DatabaseSoftware.MariaDb _ -> "MariaDB " + number + " (embedded)";
            };
        } catch (SQLException e) {
            throw new ServerFailed("the database server does not tell its version", e);
        }
    }

    /** Ends it by SIGKILL, as a crash would. */
    public void kill() {
        daemon.kill();
    }

    @Override
    public void close() {
        daemon.stop(STOP_GRACE);
        if (temporary) {
            Folders.delete(home.folder());
        }
    }
}
