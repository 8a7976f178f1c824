package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.SqlServer;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Statements as the server itself counts them. */
final class Questions {
    private Questions() {}

    /** The difference of the server's counter, without the question that reads it. */
    static long during(SqlServer server, Runnable work) throws SQLException {
        try (var admin = server.admin();
                var counter = admin.prepareStatement("show global status like 'Questions'")) {
            var before = read(counter);
            work.run();
            return read(counter) - before - 1;
        }
    }

    private static long read(PreparedStatement counter) throws SQLException {
        try (var rows = counter.executeQuery()) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(2);
        }
    }
}
