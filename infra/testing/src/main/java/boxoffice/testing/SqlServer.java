package boxoffice.testing;

import boxoffice.local.servers.Database;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database server that tests run against. Started at its first use, once for all tests of this
 * JVM, and gone when the JVM ends.
 */
public sealed interface SqlServer permits EmbeddedServer, MySqlInContainer {

    /**
     * A new, empty database with an owner and a user, who have no rights elsewhere.
     *
     * @param name part of the database's name, for whoever reads a log; lower case letters
     */
    Database fresh(String name);

    /** The administrator's connection, for what no service may do; the caller closes it. */
    Connection admin() throws SQLException;

    /** What it is: {@code MySQL 9.7.0 (container)}. Starts it where it has not been. */
    @Override
    String toString();
}
