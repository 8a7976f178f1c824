package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.Money;
import boxoffice.payment.provider.RefundAnswer.Done;
import boxoffice.payment.provider.RefundAnswer.Failed;
import boxoffice.payment.provider.RefundAnswer.Pending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money back through the sandbox provider, in parts and in spite of it. */
class StripeRefundsIT {

    private static final Money PRICE = Money.won(110_000);
    private static final Sandbox SANDBOX = new Sandbox(5);

    private final PaymentGateway gateway = SANDBOX.gateway();
    private final String payment = Sandbox.payment();
    private final String key = payment + "/refund";

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private String paid(String card) {
        var ref = gateway.open(payment, PRICE);
        assertThat(gateway.charge(ref, 1, PRICE, card)).isEqualTo(new ChargeAnswer.Captured());
        return ref;
    }

    private long refunded() {
        return SANDBOX.refunded(payment);
    }

    @Test
    void givesBackOnceHoweverOftenItIsAsked() {
        var ref = paid("pm_card_visa");
        var first = gateway.refund(ref, key, Money.won(30_000));
        assertThat(first).isInstanceOf(Done.class);
        assertThat(gateway.refund(ref, key, Money.won(30_000))).isEqualTo(first);
        SANDBOX.forgetKeys();
        assertThat(gateway.refund(ref, key, Money.won(30_000))).isEqualTo(first);
        assertThat(gateway.refundStanding(first.ref())).isEqualTo(first);
        assertThat(refunded()).isEqualTo(30_000);
    }

    @Test
    void givesNothingBackOfWhatIsDisputedUnlessThatWasWon() {
        var ref = paid("pm_sandbox_disputed");
        assertThat(gateway.refund(ref, key + 1, PRICE))
                .isEqualTo(new Failed(key + 1, "charge_disputed"));
        SANDBOX.decide(ref, "won");
        assertThat(gateway.refund(ref, key + 2, PRICE)).isInstanceOf(Done.class);
        assertThat(refunded()).isEqualTo(PRICE.amount());
    }

    @Test
    void givesBackInPartsThatAddUpToTheCharge() {
        var ref = paid("pm_card_visa");
        for (var part = 1; part <= 3; part++) {
            assertThat(gateway.refund(ref, key + part, Money.won(part == 3 ? 2 : 54_999)))
                    .isInstanceOf(Done.class);
        }
        assertThat(gateway.refund(ref, key + 4, Money.won(1)))
                .isEqualTo(new Failed(key + 4, "charge_already_refunded"));
        assertThat(refunded()).isEqualTo(110_000);
    }

    @Test
    void givesBackNoMoreThanWasTaken() {
        var ref = paid("pm_card_visa");
        assertThat(gateway.refund(ref, key, Money.won(110_001))).isInstanceOf(Failed.class);
        assertThat(refunded()).isZero();
    }

    @Test
    void triesAgainUnderAnotherKeyWhereARefundFailed() {
        var ref = paid("pm_sandbox_refundFailsFirst");
        var failed = gateway.refund(ref, key, PRICE);
        assertThat(failed).isInstanceOf(Failed.class);
        assertThat(gateway.refund(ref, key, PRICE)).isEqualTo(failed);
        assertThat(gateway.refund(ref, key + "/2", PRICE)).isInstanceOf(Done.class);
        assertThat(refunded()).isEqualTo(110_000);
    }

    @Test
    void saysThatARefundFailsHoweverOftenItIsTried() {
        var ref = paid("pm_sandbox_refundFails");
        for (var number = 1; number <= 3; number++) {
            assertThat(gateway.refund(ref, key + number, PRICE)).isInstanceOf(Failed.class);
        }
        assertThat(refunded()).isZero();
    }

    @Test
    void saysHowAPendingRefundStands() throws InterruptedException {
        var ref = paid("pm_card_pendingRefund");
        var refund = gateway.refund(ref, key, PRICE);
        assertThat(refund).isInstanceOf(Pending.class);
        while (gateway.refundStanding(refund.ref()) instanceof Pending) {
            Thread.sleep(20);
        }
        assertThat(gateway.refundStanding(refund.ref())).isEqualTo(new Done(refund.ref()));
        assertThat(gateway.refund(ref, key, PRICE)).isEqualTo(new Done(refund.ref()));
    }

    @Test
    void saysThatARefundFailedAfterItSeemedDone() throws InterruptedException {
        var ref = paid("pm_card_refundFail");
        var refund = gateway.refund(ref, key, PRICE);
        assertThat(refund).isInstanceOf(Done.class);
        while (gateway.refundStanding(refund.ref()) instanceof Done) {
            Thread.sleep(20);
        }
        assertThat(gateway.refundStanding(refund.ref())).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm_sandbox_refundAnswerLost",
                "pm_sandbox_refundErrorBefore",
                "pm_sandbox_refundErrorAfter"
            })
    void givesBackOnceThoughTheAnswerIsLostOrTheProviderBreaks(String card) {
        var ref = paid(card);
        assertThat(refundUntilKnown(ref)).isInstanceOf(Done.class);
        assertThat(refundUntilKnown(ref)).isInstanceOf(Done.class);
        assertThat(refunded()).isEqualTo(110_000);
    }

    private RefundAnswer refundUntilKnown(String ref) {
        return Sandbox.untilKnown(() -> gateway.refund(ref, key, PRICE));
    }

    @Test
    void takesWhatIsNotFoundForUnknown() {
        assertThatThrownBy(() -> gateway.refund("pi_nobody", key, PRICE))
                .isInstanceOf(ProviderFault.class);
        assertThatThrownBy(() -> gateway.refundStanding("re_nobody"))
                .isInstanceOf(ProviderFault.class);
    }
}
