package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments by card, at a provider that misbehaves, as buyers and both sides' books tell it. */
class CardIT {

    private static final long PRICE = Seats.ARENA_PRICE;
    private static final long POINTS = 50_000;

    private final Buyer mina = Buyer.withPoints(POINTS);

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    /** Once: it asks Temporal, the provider and four databases for everything there is. */
    @AfterAll
    static void theBooksBalance() {
        Books.balance();
    }

    private String held() {
        return held("k", Seats.ARENA, Seats.inTheArena(1));
    }

    private String held(String key, String schedule, List<String> seats) {
        return mina.bookPatiently(key, schedule, seats).expect(201).text("bookingId");
    }

    private static String card(String id) {
        return "{\"method\": \"CARD\", \"paymentMethodId\": \"" + id + "\"}";
    }

    private static String both(long points, String id) {
        return """
        {"method": "POINTS_AND_CARD", "paymentMethodId": "%s",
         "points": {"amount": %d, "currency": "KRW"}}
        """
                .formatted(id, points);
    }

    private static long kept(String booking) {
        return Provider.kept().getOrDefault("booking/" + booking, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm_card_visa",
                "pm_sandbox_slow",
                "pm_sandbox_answerLost",
                "pm_sandbox_errorBefore",
                "pm_sandbox_errorAfter",
                "pm_sandbox_rateLimited",
                "pm_sandbox_processing",
                "pm_sandbox_webhookTwice"
            })
    void sellsForACardOnceWhateverTheProviderDoes(String id) {
        var booking = held();
        var paid = mina.payPatiently(booking, "pay", card(id)).expect(200);
        assertThat(paid.text("status")).isEqualTo("CONFIRMED");
        assertThat(kept(booking)).isEqualTo(PRICE);
        assertThat(Rows.of(booking)).isEqualTo(Rows.SOLD);
        assertThat(mina.payPatiently(booking, "pay", card(id)).body()).isEqualTo(paid.body());
        mina.payPatiently(booking, "again", card(id)).expectProblem(409, "booking-confirmed");
        assertThat(mina.points()).isEqualTo(POINTS);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, CARD_DECLINED",
        "pm_card_chargeDeclinedInsufficientFunds, INSUFFICIENT_FUNDS",
        "pm_card_chargeDeclinedStolenCard, CARD_DECLINED",
        "pm_card_chargeDeclinedExpiredCard, EXPIRED_CARD",
        "pm_card_authenticationRequired, AUTHENTICATION_REQUIRED",
        "pm_sandbox_processingDeclined, CARD_DECLINED",
        "pm_unknown, UNKNOWN_PAYMENT_METHOD"
    })
    void tellsWhyACardIsDeclinedAndTakesAnotherWithPointsFirst(String id, String reason) {
        var booking = held();
        var declined =
                mina.payPatiently(booking, "bad", both(10_000, id))
                        .expectProblem(402, "payment-declined");
        assertThat(declined.text("reason")).isEqualTo(reason);
        assertThat(mina.points()).as("the points are back").isEqualTo(POINTS);
        assertThat(mina.payPatiently(booking, "bad", both(10_000, id)).text("reason"))
                .as("the same key, the same answer")
                .isEqualTo(reason);
        mina.payPatiently(booking, "good", both(20_000, "pm_card_visa")).expect(200);
        assertThat(mina.points()).isEqualTo(POINTS - 20_000);
        assertThat(kept(booking)).isEqualTo(PRICE - 20_000);
        assertThat(Rows.of(booking)).isEqualTo(Rows.SOLD);
    }

    @Test
    void takesNothingForAHoldThatRanOutAfterADecline() {
        var booking = held("k", Seats.SHORT_HOLD, Seats.withAShortHold(1));
        mina.payPatiently(booking, "bad", card("pm_card_chargeDeclined"))
                .expectProblem(402, "payment-declined");
        Wait.until(
                Duration.ofSeconds(60),
                () -> assertThat(Rows.of(booking)).matches(Rows::isUndone, "is undone"));
        assertThat(kept(booking)).isZero();
        mina.payPatiently(booking, "late", card("pm_card_visa"))
                .expectProblem(409, "booking-expired");
    }

    @Test
    void refundsACancellationTheWayItCame() {
        var seats = Seats.inTheArena(2);
        var booking = held("k", Seats.ARENA, seats);
        mina.payPatiently(booking, "pay", both(30_000, "pm_sandbox_refundFailsFirst")).expect(200);
        assertThat(kept(booking)).isEqualTo(2 * PRICE - 30_000);
        var path = "/api/bookings/" + booking + "/cancellation";
        var part = "{\"lines\": [\"" + seats.getFirst() + "\"]}";
        Buyer.patiently(() -> mina.post(path, "c1", part)).expect(200);
        assertThat(kept(booking) + POINTS - mina.points()).isEqualTo(PRICE);
        mina.cancelPatiently(booking, "c2").expect(200);
        assertThat(kept(booking)).isZero();
        assertThat(mina.points()).isEqualTo(POINTS);
        assertThat(Rows.of(booking)).isEqualTo(Rows.GIVEN_BACK);
    }

    @Test
    void chargesOneOfTwoPaymentsThatComeAtOnce() {
        var booking = held();
        try (var waiting = Provider.hold("confirm", "before")) {
            mina.pay(booking, "first", card("pm_card_visa")).expect(202);
            waiting.awaitWaiting(1);
            mina.pay(booking, "second", card("pm_card_visa"))
                    .expectProblem(409, "payment-in-flight");
            mina.cancel(booking, "cancel").expectProblem(409, "payment-in-flight");
        }
        mina.payPatiently(booking, "first", card("pm_card_visa")).expect(200);
        assertThat(kept(booking)).isEqualTo(PRICE);
    }

    @Test
    void sellsPointsByCard() {
        var topUp =
                """
                {"amount": {"amount": 70000, "currency": "KRW"},
                 "paymentMethodId": "pm_sandbox_answerLost"}
                """;
        var answer =
                Buyer.patiently(
                        () -> Http.post("/api/wallet/top-ups", mina.headers("top-up"), topUp));
        answer.expect(201);
        assertThat(mina.points()).isEqualTo(POINTS + 70_000);
        assertThat(Provider.kept()).containsEntry("top-up/" + answer.text("topUpId"), 70_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "98999, KRW, 422, amount-mismatch",
        "99000, USD, 422, currency-mismatch",
        "0, KRW, 400, invalid-amount"
    })
    void refusesAnAmountThatIsNotTheBookings(
            long amount, String currency, int status, String code) {
        var booking = held();
        var body =
                """
                {"method": "CARD", "paymentMethodId": "pm_card_visa",
                 "amount": {"amount": %d, "currency": "%s"}}
                """
                        .formatted(amount, currency);
        mina.pay(booking, "pay", body).expectProblem(status, code);
        mina.pay(booking, "pay2", both(PRICE, "pm_card_visa"))
                .expectProblem(422, "amount-mismatch");
        mina.pay(booking, "pay3", card("4242424242424242"))
                .expectProblem(400, "invalid-payment-method");
        assertThat(kept(booking)).isZero();
        assertThat(Rows.of(booking).payment()).isEqualTo("none");
        mina.cancelPatiently(booking, "cancel").expect(200);
    }
}
