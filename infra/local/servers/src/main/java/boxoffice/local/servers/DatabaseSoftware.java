package boxoffice.local.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A database server program, and what it must be told that others need not be. */
sealed interface DatabaseSoftware {

    /** In the data folder's own notes, so that another program never opens its files. */
    String kind();

    /** The command that makes an empty data folder. */
    List<String> install(Path data);

    /** The server's program and those of its arguments that only it has. */
    List<String> server();

    /** MySQL itself, as installed on this machine. */
    record MySql(Path mysqld) implements DatabaseSoftware {
        static final String KIND = "mysql";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public List<String> install(Path data) {
            return withUser(
                    List.of(
                            mysqld.toString(),
                            "--no-defaults",
                            "--initialize-insecure",
                            "--datadir=" + data));
        }

        @Override
        public List<String> server() {
            return List.of(mysqld.toString(), "--no-defaults", "--mysqlx=OFF", "--disable-log-bin");
        }
    }

    /** MariaDB out of the jar, the stand-in where no MySQL is installed. */
    record MariaDb(Path base) implements DatabaseSoftware {
        static final String KIND = "mariadb";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public List<String> install(Path data) {
            return withUser(
                    List.of(
                            base.resolve("scripts/mariadb-install-db").toString(),
                            "--no-defaults",
                            "--basedir=" + base,
                            "--datadir=" + data,
                            "--force",
                            "--skip-name-resolve",
                            "--skip-test-db",
                            "--auth-root-authentication-method=socket",
                            "--auth-root-socket-user=root"));
        }

        @Override
        public List<String> server() {
            // With TLS it would make itself a new key at every start, which takes 3 to 15 s.
            return List.of(
                    base.resolve("bin/mariadbd").toString(),
                    "--no-defaults",
                    "--basedir=" + base,
                    "--skip-ssl");
        }
    }

    /** Both refuse to run as root unless told that it is meant. */
    static List<String> withUser(List<String> line) {
        var all = new ArrayList<>(line);
        if (System.getProperty("user.name").equals("root")) {
            all.add("--user=root");
        }
        return all;
    }

    /** A {@code mysqld} that is MySQL and not MariaDB under that name. */
    static Optional<DatabaseSoftware> mySqlOnPath() {
        return Executables.onPath("mysqld")
                .filter(mysqld -> {
                    var said = Executables.run(List.of(mysqld.toString(), "--version"));
                    return said.well() && !said.output().contains("MariaDB");
                })
                .map(MySql::new);
    }

    static Optional<DatabaseSoftware> embeddedMariaDb() {
        return EmbeddedMariaDb.find().map(MariaDb::new);
    }
}
