package boxoffice.payment;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.ChargeOutcome;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentMethod;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.payment.contract.Reverse;
import boxoffice.testing.SqlServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real service on a fresh database of its own, taking no work from Temporal. */
final class RunningService {

    private static final Map<SqlServer, RunningService> SHARED = new ConcurrentHashMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    final StatementCount statements;

    private RunningService(ConfigurableApplicationContext context, StatementCount statements) {
        this.context = context;
        this.statements = statements;
    }

    /** One for all tests of this JVM: each test has buyers and bookings of its own. */
    static RunningService on(SqlServer server) {
        return SHARED.computeIfAbsent(
                server, fresh -> start(fresh, "--boxoffice.temporal.polling=false"));
    }

    static RunningService start(SqlServer server, String... more) {
        var database = server.fresh("payment");
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--spring.datasource.password=" + database.password(),
                                "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                        + Issuer.SHARED.address(),
                                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                        + Issuer.SHARED.address()
                                        + "/jwks"));
        arguments.addAll(List.of(more));
        var count = new StatementCount();
        var context =
                new SpringApplicationBuilder(PaymentService.class)
                        .initializers(fresh -> fresh.getBeanFactory().addBeanPostProcessor(count))
                        .run(arguments.toArray(String[]::new));
        return new RunningService(context, count);
    }

    void stop() {
        context.close();
    }

    PaymentActivities activities() {
        return context.getBean(PaymentActivities.class);
    }

    JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    HttpResponse<String> get(String path, @Nullable String token) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the service has no web server");
        }
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("GET " + path, e);
        }
    }

    /** A buyer of this name that no other test has, with so many won. */
    BuyerId buyerWith(String name, long points) {
        var buyer = buyerWithoutWallet(name);
        transaction()
                .executeWithoutResult(_ -> {
                    sql().sql(
                                    """
                                    insert into wallets values (?, ?, 'KRW',
                                        utc_timestamp(6), utc_timestamp(6))
                                    """)
                            .params(buyer.value(), points)
                            .update();
                    if (points > 0) {
                        topUpLedger(buyer, points);
                    }
                });
        return buyer;
    }

    BuyerId buyerWithoutWallet(String name) {
        return new BuyerId(name + "-" + UUID.randomUUID());
    }

    void topUp(BuyerId buyer, long points) {
        transaction()
                .executeWithoutResult(_ -> {
                    sql().sql("update wallets set balance = balance + ? where buyer_id = ?")
                            .params(points, buyer.value())
                            .update();
                    topUpLedger(buyer, points);
                });
    }

    private void topUpLedger(BuyerId buyer, long points) {
        sql().sql(
                        """
                        insert into ledger_entries
                            (idempotency_key, account, amount, currency, cause, created_at)
                        values (:key, 'top-ups', -:points, 'KRW', 'TOP_UP', utc_timestamp(6)),
                            (:key, :wallet, :points, 'KRW', 'TOP_UP', utc_timestamp(6))
                        """)
                .param("key", "top-up/" + UUID.randomUUID())
                .param("wallet", "wallet:" + buyer)
                .param("points", points)
                .update();
    }

    BookingId booking() {
        return new BookingId(UUID.randomUUID());
    }

    ChargeOutcome charge(BookingId booking, BuyerId buyer, int attempt, long won) {
        return activities()
                .charge(new Charge(booking, buyer, attempt, Money.won(won), PaymentMethod.POINTS));
    }

    PaymentReversed reverse(BookingId booking, BuyerId buyer) {
        return (PaymentReversed) activities().reverse(new Reverse(booking, buyer));
    }

    PaymentReversed markRefunded(BookingId booking, BuyerId buyer, String by, String reason) {
        return (PaymentReversed)
                activities().markRefunded(new MarkRefunded(booking, buyer, by, reason));
    }

    long balance(BuyerId buyer) {
        return number("select balance from wallets where buyer_id = ?", buyer.value());
    }

    String state(BookingId booking) {
        return sql().sql("select state from payments where booking_id = ?")
                .param(booking.toString())
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /** The name of its database on the server. */
    String schema() {
        return sql().sql("select database()").query(String.class).single();
    }

    long number(String query, Object... parameters) {
        return sql().sql(query).params(parameters).query(Long.class).single();
    }
}
