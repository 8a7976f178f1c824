package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.local.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service's database user has rights in its own database and in no other. */
class DatabaseRightsIT {

    private static final String DENIED = "42000";

    static Stream<Arguments> everyUserAndEveryDatabase() {
        return Sql.OWNERS.stream()
                .flatMap(user -> Sql.OWNERS.stream().map(owner -> Arguments.of(user, owner)));
    }

    @ParameterizedTest
    @MethodSource("everyUserAndEveryDatabase")
    void letsAUserIntoItsOwnDatabaseAlone(Service user, Service owner) throws SQLException {
        if (user == owner) {
            assertThat(tablesSeen(user, owner)).isNotEmpty();
        } else {
            assertThatThrownBy(() -> tablesSeen(user, owner))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo(DENIED));
        }
    }

    private static List<String> tablesSeen(Service user, Service owner) throws SQLException {
        var name = user.database().orElseThrow();
        var url =
                "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                        .formatted(
                                House.system().database().port(), owner.database().orElseThrow());
        try (var connection = DriverManager.getConnection(url, name, password(user));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show tables")) {
            var tables = Stream.<String>builder();
            while (rows.next()) {
                tables.add(String.valueOf(rows.getString(1)));
            }
            return tables.build().toList();
        }
    }

    /** As the launcher keeps it for its next start. */
    private static String password(Service user) {
        try {
            var file = Path.of("target", "system", "passwords", user.database().orElseThrow());
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
