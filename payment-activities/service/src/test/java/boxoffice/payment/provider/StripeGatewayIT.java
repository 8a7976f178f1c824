package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.Money;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.provider.ChargeAnswer.Captured;
import boxoffice.payment.provider.ChargeAnswer.Closed;
import boxoffice.payment.provider.ChargeAnswer.Declined;
import boxoffice.payment.provider.ChargeAnswer.Idle;
import boxoffice.payment.provider.ChargeAnswer.Pending;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter on the sandbox provider: what it makes of each answer, and of each lack of one. */
class StripeGatewayIT {

    private static final Money PRICE = Money.won(110_000);
    private static final String VISA = "pm_card_visa";
    private static final String BAD = "pm_card_chargeDeclined";
    private static final Sandbox SANDBOX = new Sandbox(5);

    private final PaymentGateway gateway = SANDBOX.gateway();
    private final String payment = Sandbox.payment();
    private final String ref = gateway.open(payment, PRICE);

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private ChargeAnswer charge(int attempt, String card) {
        return gateway.charge(ref, attempt, PRICE, card);
    }

    private long captured() {
        return SANDBOX.captured(payment);
    }

    /** As the caller does: again, until it is known. */
    private ChargeAnswer chargeUntilKnown(int attempt, String card) {
        return Sandbox.untilKnown(() -> charge(attempt, card));
    }

    @Test
    void opensOneIntentForAPaymentHoweverOftenItIsAsked() {
        assertThat(gateway.open(payment, PRICE)).isEqualTo(ref);
        var intent = SANDBOX.intent(ref);
        assertThat(intent.path("metadata").path("payment").asString()).isEqualTo(payment);
        assertThat(intent.path("currency").asString()).isEqualTo("krw");
        assertThat(gateway.standing(ref)).isEqualTo(new Idle());
    }

    @Test
    void chargesOnceHoweverOftenItIsAsked() {
        assertThat(charge(1, VISA)).isEqualTo(new Captured());
        assertThat(charge(1, VISA)).isEqualTo(new Captured());
        assertThat(charge(2, "pm_card_mastercard")).isEqualTo(new Captured());
        assertThat(gateway.standing(ref)).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void chargesThePartThatTheCardPays() {
        assertThat(gateway.charge(ref, 1, Money.won(60_000), BAD)).isInstanceOf(Declined.class);
        assertThat(gateway.charge(ref, 2, Money.won(50_000), VISA)).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(50_000);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, CARD_DECLINED",
        "pm_card_visa_chargeDeclinedInsufficientFunds, INSUFFICIENT_FUNDS",
        "pm_card_chargeDeclinedLostCard, CARD_DECLINED",
        "pm_card_chargeDeclinedStolenCard, CARD_DECLINED",
        "pm_card_chargeDeclinedExpiredCard, EXPIRED_CARD",
        "pm_card_chargeDeclinedIncorrectCvc, INCORRECT_CVC",
        "pm_card_chargeDeclinedProcessingError, PROCESSING_ERROR",
        "pm_card_chargeDeclinedVelocityLimitExceeded, CARD_DECLINED",
        "pm_sandbox_declinedNotSupported, CARD_NOT_SUPPORTED",
        "pm_card_authenticationRequired, AUTHENTICATION_REQUIRED",
        "pm_card_of_nobody, UNKNOWN_PAYMENT_METHOD"
    })
    void saysWhyACardWasDeclinedAndMayTryAnother(String card, DeclineReason reason) {
        assertThat(charge(1, card)).isEqualTo(new Declined(reason));
        assertThat(charge(1, card)).isEqualTo(new Declined(reason));
        assertThat(gateway.standing(ref)).isEqualTo(new Idle());
        assertThat(charge(2, VISA)).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void doesNotKnowWhatBecameOfALostAnswerUntilItAsksAgain() {
        assertThatThrownBy(() -> charge(1, "pm_sandbox_answerLost"))
                .isInstanceOf(ProviderFault.class);
        assertThat(captured()).isEqualTo(110_000);
        assertThat(charge(1, "pm_sandbox_answerLost")).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void goesOnUnderAnotherKeyWhereTheProviderBrokeBeforeItCharged() {
        assertThatThrownBy(() -> charge(1, "pm_sandbox_errorBefore"))
                .isInstanceOf(ProviderFault.class);
        assertThat(captured()).isZero();
        assertThat(charge(1, "pm_sandbox_errorBefore")).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void findsWhatTheProviderChargedBeforeItBroke() {
        assertThat(charge(1, "pm_sandbox_errorAfter")).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void takesATurnedAwayChargeForUnknown() {
        assertThatThrownBy(() -> charge(1, "pm_sandbox_rateLimited"))
                .isInstanceOf(ProviderFault.class);
        assertThat(chargeUntilKnown(1, "pm_sandbox_rateLimited")).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void waitsNoLongerThanItsLimitAndAsksAgain() {
        var hasty = SANDBOX.gateway(Clock.systemUTC(), Duration.ofMillis(80));
        assertThatThrownBy(() -> hasty.charge(ref, 1, PRICE, "pm_sandbox_slow"))
                .isInstanceOf(ProviderFault.class);
        assertThat(chargeUntilKnown(1, "pm_sandbox_slow")).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void takesAKeyThatIsInUseForUnknown() throws Exception {
        var hold = SANDBOX.hold("confirm", "after", payment);
        var first = CompletableFuture.supplyAsync(() -> charge(1, BAD));
        SANDBOX.awaitHeld();
        assertThatThrownBy(() -> charge(1, BAD)).isInstanceOf(ProviderFault.class);
        SANDBOX.release(hold);
        assertThat(first.get()).isEqualTo(new Declined(DeclineReason.CARD_DECLINED));
    }

    @Test
    void saysThatABankIsStillAtWorkAndLaterWhatItSaid() throws InterruptedException {
        assertThat(charge(1, "pm_sandbox_processing")).isEqualTo(new Pending());
        assertThat(gateway.standing(ref)).isEqualTo(new Pending());
        assertThat(gateway.close(ref)).isEqualTo(new Pending());
        awaitEnd();
        assertThat(gateway.standing(ref)).isEqualTo(new Captured());
        assertThat(charge(1, "pm_sandbox_processing")).isEqualTo(new Captured());
    }

    @Test
    void saysThatABankDeclinedAfterAWhile() throws InterruptedException {
        assertThat(charge(1, "pm_sandbox_processingDeclined")).isEqualTo(new Pending());
        awaitEnd();
        assertThat(charge(1, "pm_sandbox_processingDeclined"))
                .isEqualTo(new Declined(DeclineReason.CARD_DECLINED));
        assertThat(captured()).isZero();
    }

    private void awaitEnd() throws InterruptedException {
        while (gateway.standing(ref) instanceof Pending) {
            Thread.sleep(20);
        }
    }

    @Test
    void closesAPaymentForEver() {
        assertThat(gateway.close(ref)).isEqualTo(new Closed());
        assertThat(gateway.close(ref)).isEqualTo(new Closed());
        assertThat(charge(1, VISA)).isEqualTo(new Closed());
        assertThat(gateway.standing(ref)).isEqualTo(new Closed());
        assertThat(captured()).isZero();
    }

    @Test
    void findsAPaymentChargedThatItWouldClose() {
        charge(1, VISA);
        assertThat(gateway.close(ref)).isEqualTo(new Captured());
    }

    @Test
    void meetsAClosedPaymentWithAChargeThatComesLate() throws Exception {
        var hold = SANDBOX.hold("confirm", "before", payment);
        var late = CompletableFuture.supplyAsync(() -> charge(1, VISA));
        SANDBOX.awaitHeld();
        assertThat(gateway.close(ref)).isEqualTo(new Closed());
        SANDBOX.release(hold);
        assertThat(late.get()).isEqualTo(new Closed());
        assertThat(captured()).isZero();
    }

    @Test
    void takesNoLateAttemptsAmountForItsOwn() throws Exception {
        var hold = SANDBOX.hold("confirm", "before", payment);
        var second = CompletableFuture.supplyAsync(() -> charge(2, VISA));
        SANDBOX.awaitHeld();
        var late = CompletableFuture.supplyAsync(() -> gateway.charge(ref, 1, Money.won(7), BAD));
        while (SANDBOX.intent(ref).path("amount").asLong() != 7) {
            Thread.sleep(10);
        }
        SANDBOX.release(hold);
        assertThat(second.handle((_, failure) -> String.valueOf(failure)).get())
                .contains("another attempt has changed the amount");
        assertThat(late.get()).isInstanceOf(Declined.class);
        assertThat(charge(2, VISA)).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void chargesOnceWhenManyAskAtOnce() {
        var answers =
                IntStream.range(0, 8)
                        .mapToObj(thread ->
                                CompletableFuture.supplyAsync(
                                        () -> chargeUntilKnown(1 + thread % 2, VISA)))
                        .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join()).isEqualTo(new Captured()));
        assertThat(captured()).isEqualTo(110_000);
    }

    @Test
    void doesNotTryADeclinedChargeAgainWhoseKeyIsForgotten() {
        assertThat(charge(1, "pm_card_chargeDeclinedExpiredCard")).isInstanceOf(Declined.class);
        SANDBOX.forgetKeys();
        var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
        assertThat(SANDBOX.gateway(later, Duration.ofSeconds(5)).charge(ref, 1, PRICE, VISA))
                .isEqualTo(new Declined(DeclineReason.EXPIRED_CARD));
        assertThat(captured()).isZero();
    }

    @Test
    void findsAChargeWhoseKeyIsForgotten() {
        charge(1, VISA);
        SANDBOX.forgetKeys();
        assertThat(charge(1, VISA)).isEqualTo(new Captured());
        assertThat(captured()).isEqualTo(110_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi_nobody", "pi_0"})
    void takesAPaymentThatIsNotFoundForUnknown(String nobody) {
        assertThatThrownBy(() -> gateway.charge(nobody, 1, PRICE, VISA))
                .isInstanceOf(ProviderFault.class);
        assertThatThrownBy(() -> gateway.close(nobody)).isInstanceOf(ProviderFault.class);
        assertThatThrownBy(() -> gateway.standing(nobody)).isInstanceOf(ProviderFault.class);
    }

    @Test
    void neverTakesAnotherCardUnderTheSameAttempt() {
        assertThat(charge(1, BAD)).isInstanceOf(Declined.class);
        assertThatThrownBy(() -> charge(1, VISA)).isInstanceOf(ProviderFault.class);
        assertThat(captured()).isZero();
    }
}
