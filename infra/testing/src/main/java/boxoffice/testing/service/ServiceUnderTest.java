package boxoffice.testing.service;

import boxoffice.testing.SqlServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole service on a fresh database of its own, listening on loopback. */
public final class ServiceUnderTest implements AutoCloseable {

    private static final List<String> DATABASE =
            List.of(
                    "spring.datasource.url",
                    "spring.datasource.username",
                    "spring.datasource.password",
                    "spring.liquibase.user",
                    "spring.liquibase.password");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, ServiceUnderTest> SHARED = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext context;
    private final StatementLog statements;
    private @Nullable ApiContract contract;

    private ServiceUnderTest(ConfigurableApplicationContext context, StatementLog statements) {
        this.context = context;
        this.statements = statements;
    }

    /**
     * The service that takes no work from Temporal, one on each server for all tests of this JVM:
     * so each test has buyers and bookings of its own.
     */
    public static ServiceUnderTest shared(Class<?> main, SqlServer server) {
        return SHARED.computeIfAbsent(
                main.getName() + " on " + server,
                _ -> start(main, server, "--boxoffice.temporal.polling=false"));
    }

    /**
     * Another one, for a test that closes it.
     *
     * @param arguments as on the command line, stronger than what is set here
     */
    public static ServiceUnderTest start(Class<?> main, SqlServer server, String... arguments) {
        var database = server.fresh("service");
        var all =
                new ArrayList<>(
                        List.of(
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--spring.datasource.password=" + database.password(),
                                "--spring.liquibase.user=" + database.owner(),
                                "--spring.liquibase.password=" + database.ownerPassword()));
        all.addAll(List.of(arguments));
        return started(main, all);
    }

    /**
     * Another instance of a service, on the database of one that runs.
     *
     * @param arguments as on the command line
     */
    public static ServiceUnderTest beside(
            ServiceUnderTest first, Class<?> main, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        for (var setting : DATABASE) {
            all.add(
                    "--"
                            + setting
                            + "="
                            + first.context.getEnvironment().getRequiredProperty(setting));
        }
        return started(main, all);
    }

    /** A service that has no database, without work from Temporal: for what needs neither. */
    public static ServiceUnderTest withoutDatabase(Class<?> main) {
        return started(main, List.of("--boxoffice.temporal.polling=false"));
    }

    private static ServiceUnderTest started(Class<?> main, List<String> arguments) {
        var issuer = TestIssuer.shared().address();
        var all =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                        + issuer
                                        + "/jwks"));
        all.addAll(arguments);
        var statements = new StatementLog();
        var context =
                new SpringApplicationBuilder(main)
                        .initializers(
                                fresh -> fresh.getBeanFactory().addBeanPostProcessor(statements))
                        .run(all.toArray(String[]::new));
        return new ServiceUnderTest(context, statements);
    }

    @Override
    public void close() {
        context.close();
    }

    /** A bean of the service, such as its activities. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The service's own database, as its own user, to look at. */
    public JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    /** Writes to the service's own database, past the service, and commits. */
    public void write(String statement, Object... parameters) {
        transaction().executeWithoutResult(_ -> sql().sql(statement).params(parameters).update());
    }

    /** Does the work in one transaction that is then rolled back, as by a crash before commit. */
    public void inATransactionThatIsLost(Runnable work) {
        transaction()
                .executeWithoutResult(transaction -> {
                    work.run();
                    transaction.setRollbackOnly();
                });
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    /** The SQL that the work ran, in its order; commits are not among it. */
    public List<String> statementsOf(Runnable work) {
        return statements.during(work);
    }

    /** GETs the path with this token; null sends none. */
    public HttpResponse<String> get(String path, @Nullable String token) {
        return send(HttpRequest.newBuilder(at(path)).GET(), token);
    }

    /** GETs the path as this buyer. */
    public HttpResponse<String> getAs(String buyer, String path) {
        return get(path, TestIssuer.shared().token(buyer));
    }

    /** The service's OpenAPI document. */
    public synchronized ApiContract contract() {
        if (contract == null) {
            var name = context.getEnvironment().getRequiredProperty("spring.application.name");
            var answer = answerTo(HttpRequest.newBuilder(at("/api/openapi/" + name + ".json")));
            contract = ApiContract.of(answer.body());
        }
        return contract;
    }

    /**
     * Sends what the builder, made for {@link #at}, says, with this token; null sends none.
     *
     * @throws AssertionError where the answer is another than the service's document says
     */
    public HttpResponse<String> send(HttpRequest.Builder request, @Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = answerTo(request);
        contract().hold(answer);
        return answer;
    }

    private static HttpResponse<String> answerTo(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the service answered", e);
        }
    }

    /** The address of a path of this service. */
    public URI at(String path) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
