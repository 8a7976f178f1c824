package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.RunningService;
import boxoffice.payment.contract.PaymentAudit;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.PaymentOnBooks;
import boxoffice.payment.domain.RefundAsked;
import boxoffice.payment.domain.RefundResult;
import boxoffice.payment.store.AuditReads;
import boxoffice.payment.store.Payments;
import boxoffice.payment.store.Refunds;
import boxoffice.testing.SqlServer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Falsified books, and whether they are found. Every lie is taken back, for the other tests. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class AuditIT {

    private final RunningService service;
    private final Bank bank = new Bank();
    private final BuyerId mina;
    private final BookingId booking;
    private final AuditReads books;
    private final PaymentAudit audit;
    private final CardsOnBooks cards;
    private final Deque<Runnable> truths = new ArrayDeque<>();

    AuditIT(SqlServer server) {
        service = RunningService.on(server);
        mina = service.buyerWith("mina", 100_000);
        booking = service.booking();
        books = service.bean(AuditReads.class);
        audit = service.bean(PaymentAudit.class);
        cards = new CardsOnBooks(Optional.of(bank), books);
    }

    /** 30,000 in points and 80,000 by card, of which 50,000 went back and 5,000 are kept. */
    @BeforeEach
    void payAndCancelAPart() {
        var refunds = service.bean(Refunds.class);
        var toCards = new RefundsToCards(refunds, Optional.of(bank));
        new Cards(service.bean(Payments.class), toCards, Optional.of(bank), new News())
                .charge(
                        new ChargeAttempt(booking, mina, 1, Money.won(110_000), 30_000, Bank.GOOD),
                        () -> {});
        var begun =
                (RefundResult.Begun)
                        refunds.begin(
                                new RefundAsked(
                                        booking, mina, "c1", Money.won(50_000), Money.won(5_000)));
        toCards.pay(begun.refund());
    }

    @AfterEach
    void tellTheTruth() {
        truths.forEach(Runnable::run);
    }

    private PaymentOnBooks payment() {
        return books.of(List.of(booking)).getFirst();
    }

    private void lie(String table, String change, String back, String where) {
        var statement = "update " + table + " set %s where booking_id = ? " + where;
        service.writeAsOwner(statement.formatted(change), booking.toString());
        truths.add(() -> service.writeAsOwner(statement.formatted(back), booking.toString()));
    }

    @Test
    void findsNothingInHonestBooks() {
        var payment = payment();
        assertThat(payment.isSettled()).isTrue();
        assertThat(payment.kept()).isEqualTo(Money.won(60_000));
        assertThat(payment.fees()).isEqualTo(Money.won(5_000));
        assertThat(payment.differences()).isEmpty();
        assertThat(cards.differences(payment)).isEmpty();
    }

    @Test
    void namesARowThatSaysAnotherSum() {
        lie("payments", "refunded = refunded + 1", "refunded = refunded - 1", "");
        assertThat(payment().differences())
                .containsExactly(
                        "kept by the payment's row: 59999, by the ledger: 60000",
                        "refunded by the row: 50001, by refunds: 50000");
    }

    @Test
    void namesALedgerEntryThatWasChanged() {
        lie(
                "ledger_entries",
                "amount = amount - 7",
                "amount = amount + 7",
                "and account = 'cards' and amount < 0");
        assertThat(payment().differences())
                .containsExactly(
                        "kept by the payment's row: 60000, by the ledger: 60007",
                        "nothing: 0, the sum of its ledger entries: -7");
    }

    @Test
    void namesAFeeThatNobodyBooked() {
        lie("refunds", "fee = fee + 1000", "fee = fee - 1000", "");
        assertThat(payment().differences())
                .containsExactly("fees kept by refunds: 6000, by the ledger: 5000");
    }

    @Test
    void namesACardThatTheProviderKeepsMoreOf() {
        bank.falsify("booking/" + booking, 9);
        assertThat(cards.differences(payment())).hasSize(1);
        assertThat(cards.differences(payment()).getFirst())
                .matches("kept of the card by the ledger: \\d+, by the provider: \\d+");
    }

    @Test
    void namesACardThatTheProviderKnowsNothingOf() {
        var elsewhere = new CardsOnBooks(Optional.of(new Bank()), books);
        assertThat(elsewhere.differences(payment()).getFirst()).endsWith("by the provider: 0");
        var nowhere = new CardsOnBooks(Optional.empty(), books);
        assertThat(nowhere.differences(payment()).getFirst()).startsWith("no provider is set up");
    }

    @Test
    void namesAChargeInOurNameThatNobodyHereKnows() {
        var unknown = "booking/" + UUID.randomUUID();
        bank.falsify(unknown, 110_000);
        assertThat(cards.list(null).unknown())
                .containsExactly(
                        "the provider keeps 110000 of %s (%s), which is not known here"
                                .formatted(unknown, unknown));
    }

    @Test
    void namesAWalletThatIsNotTheSumOfItsEntries() {
        service.writeAsOwner(
                "update wallets set balance = balance + 5 where buyer_id = ?", mina.value());
        truths.add(() ->
                service.writeAsOwner(
                        "update wallets set balance = balance - 5 where buyer_id = ?",
                        mina.value()));
        assertThat(walletDifferences())
                .singleElement()
                .asString()
                .startsWith("the wallet of " + mina);
    }

    private List<String> walletDifferences() {
        var page = audit.wallets(null);
        var found = new ArrayList<>(page.differences());
        while (page.next() != null) {
            page = audit.wallets(page.next());
            found.addAll(page.differences());
        }
        return found;
    }

    @Test
    void pagesThroughAllPaymentsInTheOrderOfTheirIds() {
        var one = service.booking();
        service.bean(Payments.class)
                .chargeInPoints(new ChargeAttempt(one, mina, 1, Money.won(1_000), 1_000, null));
        var all = books.page(new BookingsQuery(null, Integer.MAX_VALUE));
        var first = books.page(new BookingsQuery(null, 1)).getFirst();
        var second = books.page(new BookingsQuery(first.bookingId(), 1)).getFirst();
        assertThat(all).extracting(PaymentOnBooks::bookingId).contains(booking, one);
        assertThat(all.subList(0, 2)).containsExactly(first, second);
    }
}
