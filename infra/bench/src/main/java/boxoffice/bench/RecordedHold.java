package boxoffice.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The statements of one hold, as the service sent them, to be sent again for other seats by nothing
 * but JDBC: so the two can never drift apart. Notes what one thread prepares while it is told to.
 */
final class RecordedHold implements BeanPostProcessor {

    private record Statement(String sql, Map<Integer, Object> values) {}

    private final List<Statement> statements = new ArrayList<>();
    private volatile boolean noting;

    /** Forgets what was noted, and notes what this does. */
    void during(Runnable work) {
        statements.clear();
        noting = true;
        try {
            work.run();
        } finally {
            noting = false;
        }
    }

    int count() {
        return statements.size();
    }

    List<String> sql() {
        return statements.stream().map(Statement::sql).toList();
    }

    /**
     * Sends them, with other values for some, reads what they answer, and commits.
     *
     * @param instead by the value that was noted
     */
    void again(Connection connection, Map<Object, Object> instead) throws SQLException {
        for (var statement : statements) {
            try (var prepared = connection.prepareStatement(statement.sql())) {
                for (var value : statement.values().entrySet()) {
                    var then = value.getValue();
                    prepared.setObject(
                            value.getKey(),
                            then == Null.NULL ? null : instead.getOrDefault(then, then));
                }
                if (prepared.execute()) {
                    read(prepared);
                } else if (prepared.getUpdateCount() < 1) {
                    throw new IllegalStateException("nothing was changed by " + statement.sql());
                }
            }
        }
        connection.commit();
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.getResultSet()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? noted(source) : bean;
    }

    private DataSource noted(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return noting ? noted(connection) : connection;
            }
        };
    }

    private Connection noted(Connection connection) {
        return proxy(
                Connection.class,
                connection,
                (name, arguments, result) ->
                        name.equals("prepareStatement")
                                ? noted((PreparedStatement) result, (String) arguments[0])
                                : result);
    }

    private PreparedStatement noted(PreparedStatement statement, String sql) {
        var values = new TreeMap<Integer, Object>();
        statements.add(new Statement(sql, values));
        return proxy(
                PreparedStatement.class,
                statement,
                (name, arguments, result) -> {
                    if (name.equals("setNull")) {
                        values.put((Integer) arguments[0], Null.NULL);
                    } else if (name.startsWith("set") && arguments.length > 1) {
                        values.put((Integer) arguments[0], arguments[1]);
                    }
                    return result;
                });
    }

    /** A map has no null. */
    private enum Null {
        NULL
    }

    private interface Watcher {
        Object after(String name, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Watcher watcher) {
        return type.cast(
                Proxy.newProxyInstance(
                        RecordedHold.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                return watcher.after(
                                        method.getName(),
                                        arguments,
                                        method.invoke(target, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
