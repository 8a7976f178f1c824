package boxoffice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.local.servers.DatabaseServer.Choice;
import boxoffice.local.servers.DatabaseServer.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.List;
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
        var mine = create("user_a");
        var other = create("user_b");
        execute(other, "create table secrets (id int primary key)");

        try (var connection = mine.connectAsOwner();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from user_b.secrets"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void letsAUserReadAndAddAndNothingMoreUntilTheOwnerSaysSo() throws SQLException {
        var database = create("shared");
        execute(database, "create table notes (id int primary key)");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into notes values (1)");
            for (var change :
                    List.of("update notes set id = 2", "delete from notes", "drop table notes")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("denied");
            }
            execute(database, "grant update on notes to 'shared'@'127.0.0.1'");
            assertThat(statement.executeUpdate("update notes set id = 2")).isEqualTo(1);
        }
    }

    /** An underscore in a grant is a wildcard unless escaped. */
    @Test
    void refusesAUserInADatabaseWhoseNameDiffersWhereTheUnderscoreIs() throws SQLException {
        var mine = create("wild_card");
        create("wildxcard");

        try (var connection = mine.connectAsOwner();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table wildxcard.t (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void findsItsRowsAgainAfterItWasKilled() throws SQLException {
        var database = create("survivor");
        execute(database, "create table notes (id varchar(10) primary key)");
        execute(database, "insert into notes values ('kept')");

        server.kill();
        assertThat(server.isAlive()).isFalse();
        server.startAgain();

        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from notes")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    void comparesTextByItsBytes() throws SQLException {
        var database = create("letters");
        execute(database, "create table ids (id varchar(10) primary key)");
        execute(database, "insert into ids values ('a')");
        execute(database, "insert into ids values ('A')");

        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from ids where id = 'a'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void takesTheNewPasswordWhenADatabaseIsMadeAgain() throws SQLException {
        create("again");
        var database = create("again");

        try (var connection = database.connectAsOwner()) {
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

    private Database create(String name) {
        return server.create(name, user -> Passwords.random());
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
