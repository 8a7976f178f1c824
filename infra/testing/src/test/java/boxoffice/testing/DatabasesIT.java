package boxoffice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
record DatabasesIT(SqlServer server) {

    @Test
    void givesEachAskerADatabaseOfItsOwn() throws SQLException {
        var one = server.fresh("concert");
        var other = server.fresh("concert");
        try (var connection = one.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("create table seats (id int primary key)");
        }

        assertThat(other.url()).isNotEqualTo(one.url());
        try (var connection = other.connectAsOwner();
                var statement = connection.createStatement()) {
            assertThatThrownBy(
                            () -> statement.executeQuery("select * from " + one.user() + ".seats"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void isReachedOnLoopbackAlone() {
        assertThat(server.fresh("order").url()).startsWith("jdbc:mysql://127.0.0.1:");
    }

    @Test
    void waitsThreeSecondsForALock() throws SQLException {
        try (var connection = server.fresh("order").connectAsOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select @@innodb_lock_wait_timeout")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void saysWhatItIs() {
        assertThat(server.toString()).matches("(MySQL|MariaDB) \\d+\\.\\d+\\.\\d+ \\(.*\\)");
    }
}
