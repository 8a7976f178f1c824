package boxoffice.system;

import boxoffice.local.system.Service;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows locked from outside by a transaction of the administrator's that stays open: whoever of the
 * product comes for them stalls there. Nothing is changed; closing it rolls back.
 */
final class Lock implements AutoCloseable {

    private final Connection connection;

    private Lock(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param statement a {@code select … for update}, or an insert of a row that others want to
     *     insert, which keeps them waiting as well
     */
    static Lock on(Service owner, String statement, Object... parameters) {
        try {
            var connection = House.system().sql(owner);
            connection.setAutoCommit(false);
            try (var prepared = Sql.prepared(connection, statement, parameters)) {
                prepared.execute();
            }
            return new Lock(connection);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            if (connection.isValid(1)) {
                connection.rollback();
            }
        } finally {
            connection.close();
        }
    }
}
