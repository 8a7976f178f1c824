package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Books that close, and books that were falsified behind everybody's back. */
class AuditIT {

    private static final long PRICE = Seats.ARENA_PRICE;
    private static final String BOTH =
            """
            {"method": "POINTS_AND_CARD", "paymentMethodId": "pm_card_visa",
             "points": {"amount": 50000, "currency": "KRW"}}
            """;

    private final Buyer mina = Buyer.withPoints(500_000);

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    private String sold(String key, int count, String means) {
        var booking =
                mina.bookPatiently(key, Seats.ARENA, Seats.inTheArena(count))
                        .expect(201)
                        .text("bookingId");
        mina.payPatiently(booking, key + "-pay", means).expect(200);
        return booking;
    }

    @Test
    void namesEveryRowThatWasFalsified() {
        var points = sold("k1", 1, "{\"method\": \"POINTS\"}");
        var card = sold("k2", 1, BOTH);
        assertThat(Workflows.auditedViolations()).isEmpty();

        falsify(Service.ORDER, "orders", "total = total + 1", points);
        falsify(Service.PAYMENT, "ledger_entries", "amount = amount * 2", card);
        Sql.update(
                Service.PAYMENT,
                "update wallets set balance = balance + 7 where buyer_id = ?",
                mina.name());
        assertThat(Workflows.auditedViolations())
                .satisfiesExactlyInAnyOrder(
                        order ->
                                assertThat(order)
                                        .startsWith("MONEY " + points)
                                        .contains("kept by the payment: " + PRICE)
                                        .contains("by the order: " + (PRICE + 1)),
                        ledger ->
                                assertThat(ledger)
                                        .startsWith("MONEY " + card)
                                        .contains("by the ledger: " + 2 * PRICE)
                                        .contains("by the provider: " + (PRICE - 50_000)),
                        wallet -> assertThat(wallet).contains("the wallet of " + mina.name()));

        falsify(Service.ORDER, "orders", "total = total - 1", points);
        falsify(Service.PAYMENT, "ledger_entries", "amount = amount / 2", card);
        Sql.update(
                Service.PAYMENT,
                "update wallets set balance = balance - 7 where buyer_id = ?",
                mina.name());
        assertThat(Workflows.auditedViolations()).isEmpty();
    }

    private static void falsify(Service owner, String table, String change, String booking) {
        assertThat(
                        Sql.update(
                                owner,
                                "update " + table + " set " + change + " where booking_id = ?",
                                booking))
                .isPositive();
    }

    /** What the promoter's day has gained is what wallets and the provider have. */
    @Test
    void settlesTheDayToWhatWalletsAndTheProviderKeep() {
        var net = net();
        var atProvider = keptByProvider();
        sold("k1", 1, "{\"method\": \"POINTS\"}");
        var canceled = sold("k2", 2, BOTH);
        Sql.update(
                Service.ORDER,
                "update orders set booked_at = booked_at - interval 30 day where booking_id = ?",
                canceled);
        mina.cancelPatiently(canceled, "c1").expect(200);
        var inPoints = 500_000 - mina.points();
        assertThat(net() - net).isEqualTo(PRICE + 2 * 4_000);
        assertThat(net() - net).isEqualTo(inPoints + keptByProvider() - atProvider);
    }

    private static long keptByProvider() {
        return Provider.kept().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long net() {
        var today = LocalDate.now(ZoneId.of("Asia/Seoul"));
        var day = Buyer.called("park").get("/api/settlements/" + today).expect(200);
        return day.body().at("/promoters/0/totals/0/net/amount").asLong(0);
    }

    @Test
    void keepsThePromotersBooksFromBuyers() {
        mina.get("/api/settlements/2026-01-01").expectProblem(403, "role-missing");
    }
}
