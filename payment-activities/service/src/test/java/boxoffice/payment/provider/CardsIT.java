package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.Books;
import boxoffice.payment.RunningService;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.ChargeResult;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.Refund;
import boxoffice.payment.domain.RefundAsked;
import boxoffice.payment.domain.RefundResult;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.domain.Reversal;
import boxoffice.payment.store.AuditReads;
import boxoffice.payment.store.Payments;
import boxoffice.payment.store.Refunds;
import boxoffice.testing.SqlServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Row, provider, row: interrupted between any two of them, and met by an undo there. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class CardsIT {

    private static final long PRICE = 110_000;
    private static final long PURSE = 100_000;

    private final RunningService service;
    private final Bank bank = new Bank();
    private final Payments payments;
    private final Refunds refunds;
    private final RefundsToCards toCards;
    private final Cards cards;
    private final BuyerId mina;
    private final BookingId booking;

    CardsIT(SqlServer server) {
        service = RunningService.on(server);
        mina = service.buyerWith("mina", PURSE);
        booking = service.booking();
        payments = service.bean(Payments.class);
        refunds = service.bean(Refunds.class);
        toCards = new RefundsToCards(refunds, Optional.of(bank));
        cards = new Cards(payments, toCards, Optional.of(bank), new News());
    }

    @AfterEach
    void theBooksBalanceAndAgreeWithTheBank() {
        Books.balance(service);
        var atBank = bank.kept("booking/" + booking);
        assertThat(-ledger("cards")).as("cards by the ledger").isEqualTo(atBank);
        assertThat(-ledger("wallet:" + mina)).as("points by the ledger").isEqualTo(PURSE - purse());
        assertThat(
                        number(
                                """
                                select coalesce(sum(captured - refunded), 0) from payments
                                where booking_id = ?
                                """))
                .as("kept by the row")
                .isEqualTo(PURSE - purse() + atBank - ledger("outside"));
        for (var payment : service.bean(AuditReads.class).of(List.of(booking))) {
            assertThat(payment.differences()).as("in the audit's eyes").isEmpty();
        }
    }

    @Test
    void chargesACardOnceHoweverOftenItIsAsked() {
        assertThat(charge(1, 0, Bank.GOOD)).isEqualTo(new ChargeResult.Taken());
        assertThat(charge(1, 0, Bank.GOOD)).isEqualTo(new ChargeResult.Taken());
        assertThat(charge(2, 0, Bank.GOOD)).isEqualTo(new ChargeResult.Taken());
        assertThat(kept()).isEqualTo(PRICE);
        assertThat(state()).isEqualTo("CHARGED");
    }

    @Test
    void asksAgainUntilALostAnswerIsKnown() {
        bank.after(Bank::lost);
        bank.before(Bank::lost);
        assertThat(charge(1, 0, Bank.GOOD)).isEqualTo(new ChargeResult.Taken());
        assertThat(kept()).isEqualTo(PRICE);
    }

    @Test
    void takesPointsFirstAndTheCardForTheRest() {
        assertThat(charge(1, 30_000, Bank.GOOD)).isEqualTo(new ChargeResult.Taken());
        assertThat(purse()).isEqualTo(PURSE - 30_000);
        assertThat(kept()).isEqualTo(PRICE - 30_000);
    }

    @Test
    void givesThePointsBackWhenTheCardIsDeclinedAndTakesAnotherCard() {
        var declined = new ChargeResult.NotTaken(DeclineReason.CARD_DECLINED);
        assertThat(charge(1, 30_000, Bank.BAD)).isEqualTo(declined);
        assertThat(charge(1, 30_000, Bank.BAD)).isEqualTo(declined);
        assertThat(purse()).isEqualTo(PURSE);
        assertThat(charge(2, 50_000, Bank.GOOD)).isEqualTo(new ChargeResult.Taken());
        assertThat(charge(1, 30_000, Bank.BAD)).isEqualTo(new ChargeResult.Taken());
        assertThat(purse()).isEqualTo(PURSE - 50_000);
        assertThat(kept()).isEqualTo(PRICE - 50_000);
    }

    @Test
    void asksNoCardWhereThePointsAreTooFew() {
        var attempt = attempt(1, PURSE + 1, Bank.GOOD);
        assertThat(cards.charge(attempt, () -> {}))
                .isEqualTo(new ChargeResult.NotTaken(DeclineReason.INSUFFICIENT_POINTS));
        assertThat(kept()).isZero();
        assertThat(state()).isEqualTo("OPEN");
    }

    @Test
    void recordsNothingForAChargeThatARevesalOvertookAfterTheProviderTookIt() {
        bank.after(() -> assertThat(reverse()).isInstanceOf(Reversal.Done.class));
        assertThat(charge(1, 30_000, Bank.GOOD)).isEqualTo(new ChargeResult.FencedOff());
        assertEverythingIsBack();
    }

    @Test
    void isMetByTheProvidersOwnTombstoneWhenAReversalCameBeforeTheProviderWasAsked() {
        bank.before(() -> assertThat(reverse()).isInstanceOf(Reversal.Done.class));
        assertThat(charge(1, 30_000, Bank.GOOD)).isEqualTo(new ChargeResult.FencedOff());
        assertEverythingIsBack();
    }

    @Test
    void reversesAChargeOfWhichNobodyKnows() {
        bank.after(Bank::lost);
        assertThatThrownBy(() -> cards.charge(attempt(1, 30_000, Bank.GOOD), givingUpAfter(1)))
                .hasMessage("nobody waits");
        assertThat(state()).isEqualTo("CHARGING");
        assertThat(reverse()).isInstanceOf(Reversal.Done.class);
        assertThat(charge(1, 30_000, Bank.GOOD)).isEqualTo(new ChargeResult.FencedOff());
        assertThat(charge(2, 0, Bank.GOOD)).isEqualTo(new ChargeResult.FencedOff());
        assertEverythingIsBack();
    }

    @Test
    void keepsEverythingUntilTheReversalIsCertain() {
        charge(1, 30_000, Bank.GOOD);
        bank.before(Bank::lost);
        assertThatThrownBy(this::reverse).isInstanceOf(ProviderFault.class);
        assertThat(state()).isEqualTo("REVERSING");
        assertThat(purse()).isEqualTo(PURSE - 30_000);
        bank.after(Bank::lost);
        assertThatThrownBy(this::reverse).isInstanceOf(ProviderFault.class);
        assertThat(reverse()).isInstanceOf(Reversal.Done.class);
        assertEverythingIsBack();
    }

    @Test
    void refundsACardOnceWhenTheAnswerIsLost() {
        charge(1, 0, Bank.GOOD);
        payments.beginReversal(booking, mina, null);
        payments.settled(booking, true);
        bank.after(Bank::lost);
        assertThatThrownBy(this::reverse).isInstanceOf(ProviderFault.class);
        assertThat(reverse()).isInstanceOf(Reversal.Done.class);
        assertEverythingIsBack();
    }

    @Test
    void leavesADebtThatHoldsNothingUpWhenTheProviderFailsTheRefund() {
        charge(1, 30_000, Bank.GOOD);
        bank.failRefunds(2);
        assertThat(reverse()).isInstanceOf(Reversal.Owed.class);
        assertThat(purse()).isEqualTo(PURSE);
        assertThat(state()).isEqualTo("REVERSING");
        assertThat(reverse()).isInstanceOf(Reversal.Owed.class);
        assertThat(reverse()).isInstanceOf(Reversal.Done.class);
        assertEverythingIsBack();
    }

    @Test
    void asksForAPersonAfterFiveFailedTriesAndTakesThePersonsWord() {
        charge(1, 0, Bank.GOOD);
        bank.failRefunds(6);
        for (var tries = 1; tries < 5; tries++) {
            assertThat(reverse()).isInstanceOf(Reversal.Owed.class);
        }
        assertThatThrownBy(this::reverse).isInstanceOf(RefundFailed.class);
        toCards.mark(refund(Refund.REVERSAL), new Remark("kim", "by bank transfer"));
        assertThat(state()).isEqualTo("REVERSED");
        assertThat(reverse()).isInstanceOf(Reversal.Done.class);
        assertThat(bank.kept("booking/" + booking)).as("at the provider").isEqualTo(PRICE);
        assertThat(ledger("outside")).isEqualTo(PRICE);
    }

    @Test
    void refundsPartsTheWayTheyCame() {
        charge(1, 30_000, Bank.GOOD);
        refundPart("c1", 50_000, 5_000);
        refundPart("c1", 50_000, 5_000);
        assertThat(purse()).isEqualTo(PURSE - 30_000 + 13_637);
        refundPart("c2", 55_000, 0);
        assertThat(kept()).as("the fee").isEqualTo(5_000 - (30_000 - 13_637 - 15_000));
        assertThat(ledger("fees")).isEqualTo(5_000);
        assertThat(state()).isEqualTo("CHARGED");
    }

    @Test
    void refusesToGiveBackMoreThanIsLeft() {
        charge(1, 0, Bank.GOOD);
        refundPart("c1", 100_000, 5_000);
        assertThat(begin("c2", 5_001, 0)).isInstanceOf(RefundResult.Refused.class);
        assertThat(begin("c1", 100_001, 4_999)).isInstanceOf(RefundResult.Refused.class);
        assertThat(begin("c2", 5_000, 0)).isInstanceOf(RefundResult.Begun.class);
        toCards.pay(refund("c2"));
    }

    private void assertEverythingIsBack() {
        assertThat(state()).isEqualTo("REVERSED");
        assertThat(purse()).isEqualTo(PURSE);
        assertThat(kept()).isZero();
    }

    private Pulse givingUpAfter(int questions) {
        var asked = new int[1];
        return () -> {
            if (asked[0]++ == questions) {
                throw new IllegalStateException("nobody waits");
            }
        };
    }

    private ChargeAttempt attempt(int number, long points, String card) {
        return new ChargeAttempt(booking, mina, number, Money.won(PRICE), points, card);
    }

    private ChargeResult charge(int number, long points, String card) {
        return cards.charge(attempt(number, points, card), () -> {});
    }

    private Reversal reverse() {
        return cards.reverse(booking, mina, null);
    }

    private RefundResult begin(String id, long amount, long fee) {
        return refunds.begin(new RefundAsked(booking, mina, id, Money.won(amount), Money.won(fee)));
    }

    private void refundPart(String id, long amount, long fee) {
        assertThat(begin(id, amount, fee)).isInstanceOf(RefundResult.Begun.class);
        assertThat(toCards.pay(refund(id))).isTrue();
    }

    private Refund refund(String id) {
        return refunds.find(booking, id).orElseThrow();
    }

    private long kept() {
        return bank.kept("booking/" + booking);
    }

    private long purse() {
        return service.balance(mina);
    }

    private String state() {
        return service.state(booking);
    }

    private long ledger(String account) {
        return service.number(
                """
                select coalesce(sum(amount), 0) from ledger_entries
                where account = ? and booking_id = ?
                """,
                account,
                booking.toString());
    }

    private long number(String question) {
        return service.number(question, booking.toString());
    }
}
