package boxoffice.persistence;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The settings every pool has, weakest of all sources so that a service's own configuration wins.
 *
 * <p>Lock wait 3 s: well inside an activity's 10 s, so that a stuck row fails the attempt and not
 * the worker. READ COMMITTED: every write is a guarded update, nothing is read to be written, and
 * gap locks would only make strangers wait. Times are UTC instants on the wire and in the session.
 *
 * <p>At the start the pool tries for up to a minute: five services that start at once on a small
 * machine can each take longer than 3 s over their first connection, and a database that comes up
 * beside them is waited for.
 */
class PersistenceDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
        var defaults = new HashMap<String, Object>();
        DRIVER.forEach((name, value) ->
                defaults.put("spring.datasource.hikari.data-source-properties." + name, value));
        POOL.forEach((name, value) -> defaults.put("spring.datasource.hikari." + name, value));
        defaults.put("spring.liquibase.change-log", "classpath:db/changelog.yaml");
        // On MariaDB it logs a stack trace for a question that Connector/J gets wrong there.
        defaults.put("logging.level.liquibase", "warn");
        var sampleData = environment.getProperty("boxoffice.sample-data", Boolean.class, false);
        defaults.put("spring.liquibase.contexts", sampleData ? "sample" : "none");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("boxoffice-persistence", defaults));
    }

    private static final Map<String, Object> DRIVER =
            Map.of(
                    "sessionVariables", "innodb_lock_wait_timeout=3",
                    "connectionTimeZone", "UTC",
                    "forceConnectionTimeZoneToSession", "true",
                    "connectTimeout", "3000",
                    "socketTimeout", "9000",
                    "rewriteBatchedStatements", "true",
                    "useLocalSessionState", "true");

    private static final Map<String, Object> POOL =
            Map.of(
                    "transaction-isolation", "TRANSACTION_READ_COMMITTED",
                    "auto-commit", "false",
                    "maximum-pool-size", "16",
                    "minimum-idle", "4",
                    "connection-timeout", "3000",
                    "initialization-fail-timeout", "60000");
}
