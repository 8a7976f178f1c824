package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.contract.Charge;
import boxoffice.payment.contract.ChargeRefused;
import boxoffice.payment.contract.Charged;
import boxoffice.payment.contract.Declined;
import boxoffice.payment.contract.PaymentFailure;
import boxoffice.payment.contract.PaymentMeans;
import boxoffice.payment.contract.PaymentReversed;
import boxoffice.testing.SqlServer;
import io.temporal.failure.ApplicationFailure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command may come twice, late, or after its undo; the wallet must not notice. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class PaymentFencesIT {

    private static final Declined INSUFFICIENT =
            new Declined(Declined.Reason.INSUFFICIENT_POINTS, true);
    private static final PaymentReversed NOTHING_RETURNED = new PaymentReversed(null, null);

    private final RunningService service;
    private final BuyerId mina;
    private final BookingId booking;

    PaymentFencesIT(SqlServer server) {
        service = RunningService.on(server);
        mina = service.buyerWith("mina", 1_000);
        booking = service.booking();
    }

    @AfterEach
    void theBooksBalance() {
        Books.balance(service);
    }

    @Test
    void chargesOnceHoweverOftenTheSameAttemptComes() {
        assertThat(service.charge(booking, mina, 1, 300)).isEqualTo(new Charged());
        assertThat(service.charge(booking, mina, 1, 300)).isEqualTo(new Charged());
        assertThat(service.balance(mina)).isEqualTo(700);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void takesNothingMoreUnderALaterAttemptOnceCharged() {
        service.charge(booking, mina, 1, 300);
        assertThat(service.charge(booking, mina, 2, 300)).isEqualTo(new Charged());
        assertThat(service.balance(mina)).isEqualTo(700);
    }

    @Test
    void answersTheSameDeclineAgainAlsoWhenPointsCameMeanwhile() {
        assertThat(service.charge(booking, mina, 1, 1_500)).isEqualTo(INSUFFICIENT);
        service.topUp(mina, 1_000);
        assertThat(service.charge(booking, mina, 1, 1_500)).isEqualTo(INSUFFICIENT);
        assertThat(service.balance(mina)).isEqualTo(2_000);
        assertThat(service.state(booking)).isEqualTo("OPEN");
    }

    @Test
    void takesThePointsUnderALaterAttemptAfterADecline() {
        service.charge(booking, mina, 1, 1_500);
        service.topUp(mina, 1_000);
        assertThat(service.charge(booking, mina, 2, 1_500)).isEqualTo(new Charged());
        assertThat(service.balance(mina)).isEqualTo(500);
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void refusesALateResultOfAnAttemptThatALaterOneHasOvertaken() {
        service.charge(booking, mina, 2, 1_500);
        service.topUp(mina, 1_000);
        assertThat(service.charge(booking, mina, 1, 1_500)).isEqualTo(new ChargeRefused());
        assertThat(service.balance(mina)).isEqualTo(2_000);
        assertThat(service.charge(booking, mina, 2, 1_500)).isEqualTo(INSUFFICIENT);
    }

    @Test
    void takesTheWholeBalanceButNotOnePointMore() {
        assertThat(service.charge(booking, mina, 1, 1_001)).isEqualTo(INSUFFICIENT);
        assertThat(service.charge(service.booking(), mina, 1, 1_000)).isEqualTo(new Charged());
        assertThat(service.balance(mina)).isZero();
    }

    @Test
    void declinesABuyerWithoutAWalletAndOneWithoutThisCurrency() {
        var nobody = service.buyerWithoutWallet("nobody");
        assertThat(service.charge(booking, nobody, 1, 1)).isEqualTo(INSUFFICIENT);
        var dollars =
                new Charge(
                        service.booking(), mina, 1, new Money(1, "USD"), new PaymentMeans.Points());
        assertThat(service.activities().charge(dollars)).isEqualTo(INSUFFICIENT);
    }

    @Test
    void refusesAChargeThatComesAfterTheReversal() {
        assertThat(service.reverse(booking, mina)).isEqualTo(NOTHING_RETURNED);
        assertThat(service.charge(booking, mina, 1, 300)).isEqualTo(new ChargeRefused());
        assertThat(service.reverse(booking, mina)).isEqualTo(NOTHING_RETURNED);
        assertThat(service.balance(mina)).isEqualTo(1_000);
    }

    @Test
    void givesBackOnceWhatWasTakenAndSaysSoEachTime() {
        service.charge(booking, mina, 1, 300);
        assertThat(service.reverse(booking, mina)).isEqualTo(returned(300));
        assertThat(service.reverse(booking, mina)).isEqualTo(returned(300));
        assertThat(service.balance(mina)).isEqualTo(1_000);
        assertThat(service.state(booking)).isEqualTo("REVERSED");
        assertThat(service.charge(booking, mina, 1, 300)).isEqualTo(new ChargeRefused());
        assertThat(service.charge(booking, mina, 2, 300)).isEqualTo(new ChargeRefused());
        assertThat(service.balance(mina)).isEqualTo(1_000);
    }

    @Test
    void endsADeclinedPaymentWithNothingToGiveBack() {
        service.charge(booking, mina, 1, 1_500);
        assertThat(service.reverse(booking, mina)).isEqualTo(NOTHING_RETURNED);
        service.topUp(mina, 1_000);
        assertThat(service.charge(booking, mina, 1, 1_500)).isEqualTo(new ChargeRefused());
        assertThat(service.charge(booking, mina, 2, 1_500)).isEqualTo(new ChargeRefused());
    }

    @Test
    void givesBackWhenAnOperatorSaysRefundedAndKeepsWhoAndWhy() {
        service.charge(booking, mina, 1, 300);
        assertThat(service.markRefunded(booking, mina, "kim", "reversal parked"))
                .isEqualTo(returned(300));
        assertThat(service.markRefunded(booking, mina, "lee", "again")).isEqualTo(returned(300));
        assertThat(service.reverse(booking, mina)).isEqualTo(returned(300));
        assertThat(service.balance(mina)).isEqualTo(1_000);
        assertThat(remark()).isEqualTo("kim: reversal parked");
    }

    @Test
    void keepsAnOperatorsRemarkAlsoWhereTheReversalWasDoneOrNothingWasEverCharged() {
        service.reverse(booking, mina);
        assertThat(service.markRefunded(booking, mina, "kim", "its answer was lost"))
                .isEqualTo(NOTHING_RETURNED);
        assertThat(remark()).isEqualTo("kim: its answer was lost");
        var other = service.booking();
        assertThat(service.markRefunded(other, mina, "kim", "never charged"))
                .isEqualTo(NOTHING_RETURNED);
        assertThat(service.charge(other, mina, 1, 300)).isEqualTo(new ChargeRefused());
    }

    @Test
    void refusesForGoodWhatNoRetryCanCure() {
        assertFails(PaymentFailure.MALFORMED_COMMAND, () -> service.charge(booking, mina, 1, 0));
        assertFails(PaymentFailure.MALFORMED_COMMAND, () -> service.charge(booking, mina, 1, -1));
        assertFails(PaymentFailure.MALFORMED_COMMAND, () -> service.charge(booking, mina, 0, 300));
        assertFails(
                PaymentFailure.MALFORMED_COMMAND,
                () -> service.markRefunded(booking, mina, " ", "why"));
        assertFails(
                PaymentFailure.MALFORMED_COMMAND,
                () -> service.markRefunded(booking, mina, "kim", "x".repeat(1_001)));
        assertThat(service.state(booking)).isEqualTo("none");
    }

    @Test
    void movesNothingForAnotherAmountThanThePaymentsOwn() {
        service.charge(booking, mina, 1, 1_500);
        assertFails(
                PaymentFailure.CONTRADICTS_PAYMENT, () -> service.charge(booking, mina, 2, 300));
        var paid = service.booking();
        service.charge(paid, mina, 1, 300);
        assertFails(PaymentFailure.CONTRADICTS_PAYMENT, () -> service.charge(paid, mina, 2, 200));
        assertThat(service.balance(mina)).isEqualTo(700);
        assertThat(service.state(booking)).isEqualTo("OPEN");
    }

    @Test
    void movesNothingForAnotherBuyerThanThePaymentsOwn() {
        var tae = service.buyerWith("tae", 1_000);
        service.charge(booking, mina, 1, 300);
        assertFails(PaymentFailure.CONTRADICTS_PAYMENT, () -> service.charge(booking, tae, 2, 300));
        assertFails(PaymentFailure.CONTRADICTS_PAYMENT, () -> service.reverse(booking, tae));
        assertFails(
                PaymentFailure.CONTRADICTS_PAYMENT,
                () -> service.markRefunded(booking, tae, "kim", "wrong one"));
        assertThat(service.state(booking)).isEqualTo("CHARGED");
        assertThat(service.balance(tae)).isEqualTo(1_000);
        assertThat(remark()).isEqualTo("none");
    }

    private static void assertFails(PaymentFailure type, ThrowingCallable call) {
        assertThatExceptionOfType(ApplicationFailure.class)
                .isThrownBy(call)
                .matches(failure -> failure.isNonRetryable(), "is not to be retried")
                .matches(failure -> failure.getType().equals(type.name()), "is of type " + type);
    }

    private static PaymentReversed returned(long won) {
        return new PaymentReversed(Money.won(won), null);
    }

    private long attempts() {
        return service.number(
                "select count(*) from payment_attempts where booking_id = ?", booking.toString());
    }

    private String remark() {
        return service.sql()
                .sql(
                        """
                        select coalesce(concat(marked_by, ': ', marked_reason), 'none')
                        from payments where booking_id = ?
                        """)
                .param(booking.toString())
                .query(String.class)
                .single();
    }
}
