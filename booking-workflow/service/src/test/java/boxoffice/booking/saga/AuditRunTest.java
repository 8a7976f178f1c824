package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.Audit;
import boxoffice.booking.contract.AuditReport;
import boxoffice.booking.contract.AuditReport.Violation;
import boxoffice.booking.contract.Booking;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoney;
import boxoffice.kernel.Money;
import boxoffice.payment.contract.AuditedPage;
import io.temporal.client.WorkflowOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditRunTest extends OnStage {

    private AuditReport audit() {
        return stage.client
                .newWorkflowStub(
                        Audit.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("audit/test")
                                .setTaskQueue(Booking.TASK_QUEUE)
                                .build())
                .audit(null);
    }

    @Test
    void findsNothingWhereEveryOpenRowHasItsWorkflow() throws Exception {
        stage.book("k1", "A-1-1").reserved();
        stage.sagasThatAreOpen.add(BookingId.of(Stage.MINA, "k1"));
        assertThat(audit()).isEqualTo(new AuditReport(3, 0, List.of()));
    }

    @Test
    void namesEveryRowThatIsOpenWithoutAWorkflowPageByPage() {
        IntStream.range(0, 120)
                .forEach(n -> stage.town.holds.put(BookingId.of(Stage.MINA, "k" + n), "HELD"));
        stage.town.passes.put(BookingId.of(Stage.MINA, "k7"), "TAKEN");
        var report = audit();
        assertThat(report.rowsSeen()).isEqualTo(121);
        assertThat(report.violationCount()).isEqualTo(121);
        assertThat(report.violations())
                .hasSize(AuditReport.LISTED_MAX)
                .contains(
                        new Violation(
                                "CONCERT",
                                BookingId.of(Stage.MINA, "k7"),
                                "open without an open workflow"));
    }

    private static BookingId id(int n) {
        return BookingId.of(Stage.MINA, "k" + n);
    }

    @Test
    void isContentWhereBothBooksSayTheSame() {
        IntStream.range(0, 120)
                .forEach(n -> {
                    stage.town.books.payments.keeps(id(n), 110_000);
                    stage.town.books.orders.keeps(id(n), 110_000);
                });
        stage.town.books.payments.keeps(id(200), 0);
        assertThat(audit()).isEqualTo(new AuditReport(121, 0, List.of()));
    }

    @Test
    void namesTheBookingsWhoseBooksDiffer() {
        IntStream.range(0, 120)
                .forEach(n -> {
                    if (n != 17) {
                        stage.town.books.payments.keeps(id(n), n == 3 ? 99_000 : 110_000);
                    }
                    if (n != 42) {
                        stage.town.books.orders.keeps(id(n), 110_000);
                    }
                });
        assertThat(audit().violations())
                .containsExactlyInAnyOrder(
                        new Violation(
                                "MONEY", id(3), "kept by the payment: 99000, by the order: 110000"),
                        new Violation("MONEY", id(17), "a confirmed order without a payment"),
                        new Violation(
                                "MONEY", id(42), "kept by the payment: 110000, by no order: 0"));
    }

    @Test
    void leavesMoneyThatIsUnderWayToItsWorkflow() {
        stage.town.books.payments.keeps(id(1), 110_000);
        stage.sagasThatAreOpen.add(id(1));
        stage.town.books.payments.keeps(id(2), 110_000);
        stage.town.books.orders.has(
                new BookingMoney(id(2), false, Money.won(0), Money.won(0), List.of()));
        assertThat(audit().violationCount()).isZero();
    }

    @Test
    void tellsWhatAServiceFindsInItsOwnBooks() {
        var fault = "kept by the payment's row: 110000, by the ledger: 0";
        stage.town.books.payments.has(
                new BookingMoney(
                        id(1), true, Money.won(110_000), Money.won(4_000), List.of(fault)));
        stage.town.books.orders.keeps(id(1), 110_000);
        stage.town.books.walletPages.add(new AuditedPage(500, "1", List.of()));
        stage.town.books.walletPages.add(new AuditedPage(3, null, List.of("the wallet of mina")));
        assertThat(audit())
                .isEqualTo(
                        new AuditReport(
                                504,
                                2,
                                List.of(
                                        new Violation(
                                                "MONEY",
                                                id(1),
                                                fault
                                                        + "; fees by the payment: 4000,"
                                                        + " by the order: 0"),
                                        new Violation("WALLETS", null, "the wallet of mina"))));
    }
}
