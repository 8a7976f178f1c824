package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIGKILL of the payment service while the provider misbehaves in every way at once: before it was
 * called, after it took the money, and after our own commit. Whatever the buyer was told stays
 * true, and one booking is charged once: P2, P5, P6, by SQL and by the provider's own list.
 */
@Tag("thorough")
class CardCrashIT {

    private static final List<String> GOOD =
            List.of(
                    "pm_card_visa",
                    "pm_sandbox_slow",
                    "pm_sandbox_answerLost",
                    "pm_sandbox_errorBefore",
                    "pm_sandbox_errorAfter",
                    "pm_sandbox_rateLimited",
                    "pm_sandbox_processing",
                    "pm_sandbox_webhookLate",
                    "pm_sandbox_webhookTwice",
                    "pm_sandbox_webhookOutOfOrder",
                    "pm_sandbox_webhookNever");
    private static final List<String> BAD =
            List.of(
                    "pm_card_chargeDeclined",
                    "pm_card_chargeDeclinedInsufficientFunds",
                    "pm_card_authenticationRequired",
                    "pm_sandbox_processingDeclined");

    /** A booking to be paid by points and such a card. */
    private record Sale(Buyer buyer, String booking, String card) {

        private String body() {
            return """
            {"method": "POINTS_AND_CARD", "paymentMethodId": "%s",
             "points": {"amount": 9000, "currency": "KRW"}}
            """
                    .formatted(card);
        }

        Answer pay() {
            return buyer.pay(booking, "pay", body());
        }

        Answer payPatiently() {
            return buyer.payPatiently(booking, "pay", body());
        }
    }

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    private static Map<String, Sale> sales() {
        var sales = new LinkedHashMap<String, Sale>();
        for (var cards : List.of(GOOD, BAD)) {
            for (var card : cards) {
                var buyer = Buyer.withPoints(10_000);
                var booking =
                        buyer.bookPatiently("k", Seats.ARENA, Seats.inTheArena(1))
                                .expect(201)
                                .text("bookingId");
                sales.put(card, new Sale(buyer, booking, card));
            }
        }
        return sales;
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void chargesEachOnceThoughTheServiceDiesAroundTheProvidersCall(String place) throws Exception {
        var sales = sales();
        try (var waiting = Provider.hold("confirm", place)) {
            sales.values().forEach(Sale::pay);
            // Some are turned away at the provider's door and come again.
            waiting.awaitWaiting(GOOD.size() / 2);
            House.system().kill(Service.PAYMENT);
        }
        House.system().startAgain(Service.PAYMENT);
        assertEachEndsOnce(sales);
    }

    @Test
    void chargesEachOnceThoughTheServiceDiesAfterItsCommit() throws Exception {
        var sales = sales();
        var locks =
                sales.values().stream()
                        .map(sale ->
                                Lock.on(
                                        Service.CONCERT,
                                        "select * from seat_holds where booking_id = ? for update",
                                        sale.booking()))
                        .toList();
        sales.values().forEach(Sale::pay);
        Wait.until(
                Duration.ofSeconds(60),
                () ->
                        assertThat(sales.values())
                                .filteredOn(sale -> GOOD.contains(sale.card()))
                                .extracting(sale -> Rows.of(sale.booking()).payment())
                                .containsOnly("CHARGED"));
        House.system().kill(Service.PAYMENT);
        for (var lock : locks) {
            lock.close();
        }
        House.system().startAgain(Service.PAYMENT);
        assertEachEndsOnce(sales);
    }

    private static void assertEachEndsOnce(Map<String, Sale> sales) {
        for (var sale : sales.values()) {
            if (GOOD.contains(sale.card())) {
                sale.payPatiently().expect(200);
                assertThat(Rows.of(sale.booking())).as(sale.card()).isEqualTo(Rows.SOLD);
                assertThat(kept(sale)).as(sale.card()).isEqualTo(Seats.ARENA_PRICE - 9_000);
            } else {
                sale.payPatiently().expectProblem(402, "payment-declined");
                assertThat(sale.buyer().points()).as(sale.card()).isEqualTo(10_000);
                assertThat(kept(sale)).as(sale.card()).isZero();
                sale.buyer().cancelPatiently(sale.booking(), "cancel").expect(200);
                assertThat(Rows.of(sale.booking())).matches(Rows::isUndone, "is undone");
            }
        }
        Books.balanceWhenAllHasEnded();
    }

    private static long kept(Sale sale) {
        return Provider.kept().getOrDefault("booking/" + sale.booking(), 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm_card_visa",
                "pm_sandbox_refundFailsFirst",
                "pm_sandbox_refundPending",
                "pm_sandbox_refundAnswerLost",
                "pm_sandbox_refundErrorBefore",
                "pm_sandbox_refundErrorAfter"
            })
    void refundsOnceThoughTheServiceDiesInTheMiddle(String card) throws Exception {
        var buyer = Buyer.withPoints(10_000);
        var booking =
                buyer.bookPatiently("k", Seats.ARENA, Seats.inTheArena(1))
                        .expect(201)
                        .text("bookingId");
        var sale = new Sale(buyer, booking, card);
        sale.payPatiently().expect(200);
        try (var waiting = Provider.hold("refund", "after")) {
            buyer.cancel(booking, "cancel").expect(202);
            waiting.awaitWaiting(1);
            House.system().kill(Service.PAYMENT);
        }
        House.system().startAgain(Service.PAYMENT);
        buyer.cancelPatiently(booking, "cancel").expect(200);
        assertThat(kept(sale)).isZero();
        assertThat(buyer.points()).isEqualTo(10_000);
        assertThat(Rows.of(booking)).isEqualTo(Rows.GIVEN_BACK);
        Books.balanceWhenAllHasEnded();
    }
}
