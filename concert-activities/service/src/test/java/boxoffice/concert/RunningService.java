package boxoffice.concert;

import boxoffice.local.servers.Database;
import boxoffice.testing.SqlServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service itself, whole, on a database of its own; it takes no work from Temporal unless told
 * to, so tests call it as a worker would.
 */
final class RunningService implements AutoCloseable {

    private static final Map<SqlServer, RunningService> SHARED = new ConcurrentHashMap<>();

    final Database database;
    final ConfigurableApplicationContext context;

    private RunningService(Database database, List<String> settings) {
        this.database = database;
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--spring.datasource.password=" + database.password(),
                                "--spring.liquibase.user=" + database.owner(),
                                "--spring.liquibase.password=" + database.ownerPassword()));
        arguments.addAll(settings);
        if (settings.stream().noneMatch(setting -> setting.contains("temporal.polling"))) {
            arguments.add("--boxoffice.temporal.polling=false");
        }
        this.context =
                new SpringApplicationBuilder(ConcertService.class)
                        .run(arguments.toArray(String[]::new));
    }

    /** One for all tests of a server, without sample data; it ends with the JVM. */
    static RunningService shared(SqlServer server) {
        return SHARED.computeIfAbsent(
                server, key -> new RunningService(key.fresh("concert"), List.of()));
    }

    /** One of the caller's own, who closes it. */
    static RunningService own(Database database, String... settings) {
        return new RunningService(database, List.of(settings));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
