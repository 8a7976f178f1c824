package boxoffice.local.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database with a user of its own.
 *
 * @param url JDBC, with all the driver needs to know
 */
public record Database(String url, String user, String password) {

    /** A connection of its own, in auto-commit; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password: this is what ends up in logs and test names. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
