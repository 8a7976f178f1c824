package boxoffice.system;

import boxoffice.local.system.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The administrator's look into the four databases, and now and then a hand in them. */
final class Sql {
    private Sql() {}

    static final List<Service> OWNERS =
            List.of(Service.CONCERT, Service.ORDER, Service.PAYMENT, Service.QUEUE);

    /** Rows of text, in the order of the columns asked for; SQL's null is "null". */
    static List<List<String>> rows(Service owner, String query, Object... parameters) {
        try (var connection = House.system().sql(owner);
                var statement = prepared(connection, query, parameters);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<List<String>>();
            var columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getObject(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** The first column of the first row; "none" where there is no row. */
    static String text(Service owner, String query, Object... parameters) {
        var rows = rows(owner, query, parameters);
        return rows.isEmpty() ? "none" : rows.getFirst().getFirst();
    }

    static long number(Service owner, String query, Object... parameters) {
        return Long.parseLong(text(owner, query, parameters));
    }

    static int update(Service owner, String statement, Object... parameters) {
        try (var connection = House.system().sql(owner);
                var prepared = prepared(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    static PreparedStatement prepared(Connection connection, String text, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(text);
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** How many rows each table of the sagas has. */
    static Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        count(counts, Service.CONCERT, "seat_holds", "seats");
        count(counts, Service.ORDER, "orders", "order_lines", "cancellations");
        count(counts, Service.PAYMENT, "wallets", "payments", "payment_attempts");
        count(counts, Service.PAYMENT, "ledger_entries");
        count(counts, Service.QUEUE, "pass_uses");
        return counts;
    }

    private static void count(Map<String, Long> counts, Service owner, String... tables) {
        for (var table : tables) {
            counts.put(table, number(owner, "select count(*) from " + table));
        }
    }

    /** How many transactions of the whole server wait for a row. */
    static long waiters() {
        return number(
                Service.CONCERT,
                "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'");
    }
}
