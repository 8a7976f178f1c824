package boxoffice.payment;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.ChargeOutcome;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentMeans;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.payment.contract.Reverse;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real payment service, with what its tests say to it and ask of its books. */
public final class RunningService {

    private final ServiceUnderTest service;

    private RunningService(ServiceUnderTest service) {
        this.service = service;
    }

    /** One for all tests of this JVM: each test has buyers and bookings of its own. */
    public static RunningService on(SqlServer server) {
        return new RunningService(ServiceUnderTest.shared(PaymentService.class, server));
    }

    public static RunningService start(SqlServer server, String... more) {
        return new RunningService(ServiceUnderTest.start(PaymentService.class, server, more));
    }

    public void stop() {
        service.close();
    }

    PaymentActivities activities() {
        return bean(PaymentActivities.class);
    }

    public <T> T bean(Class<T> type) {
        return service.bean(type);
    }

    JdbcClient sql() {
        return service.sql();
    }

    /** Writes past the service, and commits. */
    public void write(String statement, Object... parameters) {
        service.write(statement, parameters);
    }

    /** Writes past the service with the rights of the schema's owner, which no service has. */
    public void writeAsOwner(String statement, Object... parameters) {
        var settings = bean(Environment.class);
        var owner =
                new DriverManagerDataSource(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.liquibase.user"),
                        settings.getRequiredProperty("spring.liquibase.password"));
        JdbcClient.create(owner).sql(statement).params(parameters).update();
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        return service.get(path, token);
    }

    /** POSTs as somebody without a token, such as a provider. */
    public HttpResponse<String> postUnauthorized(String path, String signature, String json) {
        return service.send(
                HttpRequest.newBuilder(service.at(path))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Stripe-Signature", signature)
                        .POST(BodyPublishers.ofString(json)),
                null);
    }

    HttpResponse<String> post(String path, String token, String key, String json) {
        return service.send(
                HttpRequest.newBuilder(service.at(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(json)),
                token);
    }

    /** The first words of what was run by this, such as {@code insert into payments}. */
    List<String> statementsOf(Runnable work) {
        return service.statementsOf(work).stream()
                .map(sql -> String.join(" ", List.of(sql.strip().split("\\s+")).subList(0, 3)))
                .toList();
    }

    /** A buyer of this name that no other test has, with so many won. */
    public BuyerId buyerWith(String name, long points) {
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

    public BuyerId buyerWithoutWallet(String name) {
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

    public BookingId booking() {
        return new BookingId(UUID.randomUUID());
    }

    ChargeOutcome charge(BookingId booking, BuyerId buyer, int attempt, long won) {
        return activities()
                .charge(
                        new Charge(
                                booking,
                                buyer,
                                attempt,
                                Money.won(won),
                                new PaymentMeans.Points()));
    }

    PaymentReversed reverse(BookingId booking, BuyerId buyer) {
        return (PaymentReversed) activities().reverse(new Reverse(booking, buyer));
    }

    PaymentReversed markRefunded(BookingId booking, BuyerId buyer, String by, String reason) {
        activities().markRefunded(new MarkRefunded(booking, buyer, null, by, reason));
        return reverse(booking, buyer);
    }

    public long balance(BuyerId buyer) {
        return number("select balance from wallets where buyer_id = ?", buyer.value());
    }

    public String state(BookingId booking) {
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

    public String text(String query, Object... parameters) {
        return sql().sql(query).params(parameters).query(String.class).single();
    }

    public long number(String query, Object... parameters) {
        return sql().sql(query).params(parameters).query(Long.class).single();
    }
}
