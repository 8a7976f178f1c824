package boxoffice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.local.servers.DatabaseServer.Choice;
import boxoffice.local.servers.DatabaseServer.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseServerIT {
    @TempDir private static Path home;
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = DatabaseServer.start(new Settings(home, 0, Choice.BEST), line -> {});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesAUserInAnotherUsersDatabase() throws SQLException {
        var mine = server.create("user_a", Passwords.random());
        var other = server.create("user_b", Passwords.random());
        execute(other, "create table secrets (id int primary key)");

        try (var connection = mine.connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from user_b.secrets"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    /** An underscore in a grant is a wildcard unless escaped. */
    @Test
    void refusesAUserInADatabaseWhoseNameDiffersWhereTheUnderscoreIs() throws SQLException {
        var mine = server.create("wild_card", Passwords.random());
        server.create("wildxcard", Passwords.random());

        try (var connection = mine.connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table wildxcard.t (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void findsItsRowsAgainAfterItWasKilled() throws SQLException {
        var database = server.create("survivor", Passwords.random());
        execute(database, "create table notes (id varchar(10) primary key)");
        execute(database, "insert into notes values ('kept')");

        server.kill();
        assertThat(server.isAlive()).isFalse();
        server.startAgain();

        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from notes")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void comparesTextByItsBytes() throws SQLException {
        var database = server.create("letters", Passwords.random());
        execute(database, "create table ids (id varchar(10) primary key)");
        execute(database, "insert into ids values ('a')");
        execute(database, "insert into ids values ('A')");

        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from ids where id = 'a'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void takesTheNewPasswordWhenADatabaseIsMadeAgain() throws SQLException {
        server.create("again", Passwords.random());
        var database = server.create("again", Passwords.random());

        try (var connection = database.connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void keepsItsPasswordsFromOtherUsersOfTheMachine() throws Exception {
        assertThat(Files.getPosixFilePermissions(home.resolve("admin.password")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(home.resolve("setup.sql")).doesNotExist();
    }

    @Test
    void listensOnLoopbackAlone() {
        assertThat(Ports.isFree(server.port())).isFalse();
        assertThat(Ports.holder(server.port()))
                .hasValueSatisfying(holder -> assertThat(holder.pid()).isEqualTo(server.pid()));
        assertThat(server.version()).startsWith("M");
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
