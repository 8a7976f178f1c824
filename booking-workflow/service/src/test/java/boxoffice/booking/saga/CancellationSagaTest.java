package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.CancellationRefusal;
import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.booking.contract.CancellationStatus;
import boxoffice.kernel.Money;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A confirmed booking is given back, whole or in part, whatever goes wrong on the way. */
class CancellationSagaTest extends OnStage {

    private static final long POINTS = 1_000_000;
    private static final long TWO_PRICES = 220_000;

    /** Bought and closed. */
    private Stage.Ticket sold(String... seatNos) throws Exception {
        var ticket = stage.book("k1", seatNos);
        ticket.reserved();
        ticket.pay();
        ticket.end();
        return ticket;
    }

    private Withdrawal cancel(Stage.Ticket ticket, String key, String... lines) {
        return Withdrawal.of(stage, ticket.id, key, lines);
    }

    private CancellationSnapshot assertEnds(Withdrawal withdrawal, CancellationEnding ending) {
        var end = withdrawal.end();
        assertThat(end.status()).isEqualTo(ending.status);
        assertThat(withdrawal.needsOperator()).isFalse();
        ending.recordIfAsked(withdrawal);
        return end;
    }

    private void assertGivenBack(Stage.Ticket ticket, long points) {
        assertThat(stage.town.points).hasValue(points);
        assertThat(stage.town.payment.refunds).hasSize(1);
        assertThat(stage.town.seats).isEmpty();
        assertThat(stage.town.order.closed).hasSize(1);
        assertThat(ticket.rows()).isEqualTo("TAKEN BACK CONFIRMED CHARGED FINISHED");
    }

    @Test
    void givesAllBackLessTheFee() throws Exception {
        stage.town.order.feePerLine = Money.won(4_000);
        var ticket = sold("A-1-1", "A-1-2");
        var end = assertEnds(cancel(ticket, "c1"), CancellationEnding.CANCELED_WHOLE);
        assertThat(end.fee()).isEqualTo(Money.won(8_000));
        assertThat(end.refund()).isEqualTo(Money.won(212_000));
        assertThat(end.lines()).hasSize(2);
        assertGivenBack(ticket, POINTS - 8_000);
    }

    @Test
    void goesThroughItsStepsInTheirOrder() throws Exception {
        var ticket = sold("A-1-1");
        cancel(ticket, "c1").end();
        assertThat(faults.calls()).endsWith("claimLines", "refund", "releaseSold", "closeLines");
    }

    @Test
    void givesSomeBackAndThenTheRest() throws Exception {
        var ticket = sold("A-1-1", "A-1-2");
        var part = cancel(ticket, "c1", "A-1-2");
        assertEnds(part, CancellationEnding.CANCELED_IN_PART);
        assertThat(stage.town.seats).containsOnlyKeys("A-1-1");
        assertThat(ticket.rows()).isEqualTo(SOLD);
        assertThat(stage.town.points).hasValue(POINTS - Town.PRICE.amount());
        cancel(ticket, "c2").end();
        assertThat(stage.town.points).hasValue(POINTS);
        assertThat(stage.town.payment.refunds).hasSize(2);
        assertThat(stage.town.seats).isEmpty();
    }

    @Test
    void freesTheSeatsForOthers() throws Exception {
        var ticket = sold("A-1-1");
        cancel(ticket, "c1").end();
        var next = stage.book("k2", "A-1-1");
        next.reserved();
        next.pay();
        next.end();
        assertThat(next.rows()).isEqualTo(SOLD);
    }

    @Test
    void givesTheSameAnswerUnderTheSameKey() throws Exception {
        var ticket = sold("A-1-1");
        var first = cancel(ticket, "c1");
        var end = first.end();
        assertThat(first.again().end()).isEqualTo(end);
        assertThat(faults.count("refund")).isEqualTo(1);
        assertGivenBack(ticket, POINTS);
    }

    @Test
    void refusesWhatIsCanceledAlready() throws Exception {
        var ticket = sold("A-1-1", "A-1-2");
        cancel(ticket, "c1", "A-1-1").end();
        var end = assertEnds(cancel(ticket, "c2", "A-1-1", "A-1-2"), CancellationEnding.REFUSED);
        assertThat(end.refusal()).isEqualTo(CancellationRefusal.ALREADY_CANCELED);
        assertThat(end.lines()).isEmpty();
        assertThat(stage.town.seats).containsOnlyKeys("A-1-2");
        assertThat(stage.town.payment.refunds).hasSize(1);
    }

    @Test
    void twoThatOverlapAtOnceGiveTheMoneyBackOnce() throws Exception {
        var ticket = sold("A-1-1", "A-1-2");
        var one = cancel(ticket, "c1", "A-1-1", "A-1-2");
        var other = cancel(ticket, "c2", "A-1-2");
        var ends = List.of(one.end().status(), other.end().status());
        assertThat(ends)
                .containsExactlyInAnyOrder(CancellationStatus.CANCELED, CancellationStatus.REFUSED);
        assertThat(stage.town.payment.refunds).hasSize(1);
    }

    @Test
    void twoThatDoNotOverlapBothCount() throws Exception {
        var ticket = sold("A-1-1", "A-1-2");
        var one = cancel(ticket, "c1", "A-1-1");
        var other = cancel(ticket, "c2", "A-1-2");
        assertThat(one.end().status()).isEqualTo(CancellationStatus.CANCELED);
        assertThat(other.end().status()).isEqualTo(CancellationStatus.CANCELED);
        assertThat(stage.town.points).hasValue(POINTS);
    }

    @Test
    void tellsTheNewQuoteAndDoesNothingWhereTheOldOneIsNoLongerTrue() throws Exception {
        stage.town.order.feePerLine = Money.won(11_000);
        var ticket = sold("A-1-1");
        var stale = Withdrawal.of(stage, ticket.id, "c1", Money.won(4_000));
        var end = assertEnds(stale, CancellationEnding.REFUSED_WITH_A_NEW_QUOTE);
        assertThat(end.refusal()).isEqualTo(CancellationRefusal.QUOTE_CHANGED);
        assertThat(end.fee()).isEqualTo(Money.won(11_000));
        assertThat(ticket.rows()).isEqualTo(SOLD);
        assertThat(stage.town.payment.refunds).isEmpty();
        var fresh = Withdrawal.of(stage, ticket.id, "c2", Money.won(11_000));
        assertThat(fresh.end().status()).isEqualTo(CancellationStatus.CANCELED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimLines", "refund", "releaseSold", "closeLines"})
    void doesEachStepOnceThoughItFailsOnce(String step) throws Exception {
        var ticket = sold("A-1-1", "A-1-2");
        faults.failsOnce(step);
        assertThat(cancel(ticket, "c1").end().refund()).isEqualTo(Money.won(TWO_PRICES));
        assertGivenBack(ticket, POINTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimLines", "refund", "releaseSold", "closeLines"})
    void doesEachStepOnceThoughItsAnswerIsLost(String step) throws Exception {
        var ticket = sold("A-1-1", "A-1-2");
        faults.losesOneAnswer(step);
        assertThat(cancel(ticket, "c1").end().refund()).isEqualTo(Money.won(TWO_PRICES));
        assertGivenBack(ticket, POINTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimLines", "refund", "releaseSold", "closeLines"})
    void triesForAsLongAsItTakesAndTellsAnOperator(String step) throws Exception {
        var ticket = sold("A-1-1", "A-1-2");
        faults.broken(step);
        var withdrawal = cancel(ticket, "c1");
        stage.pass(Duration.ofMinutes(11));
        eventuallyAsTimePasses(withdrawal::needsOperator);
        stage.pass(Duration.ofHours(3));
        faults.mend(step);
        assertEnds(withdrawal, CancellationEnding.of("OVERDUE", step));
        assertGivenBack(ticket, POINTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimLines", "refund", "releaseSold", "closeLines"})
    void waitsForAnOperatorWhereNoRetryHelpsAndSkipsNothing(String step) throws Exception {
        var ticket = sold("A-1-1", "A-1-2");
        faults.hopeless(step);
        var withdrawal = cancel(ticket, "c1");
        eventually(withdrawal::needsOperator);
        withdrawal.operator(step, 1, "skip");
        withdrawal.operator(step, 1, "reverse");
        Thread.sleep(300);
        assertThat(withdrawal.needsOperator()).isTrue();
        faults.mend(step);
        withdrawal.operator(step, 1, "retry");
        assertEnds(withdrawal, CancellationEnding.of("PARKED", step));
        assertGivenBack(ticket, POINTS);
    }

    @Test
    void letsAnOperatorSayThatTheMoneyIsBack() throws Exception {
        var ticket = sold("A-1-1");
        faults.hopeless("refund");
        var withdrawal = cancel(ticket, "c1");
        eventually(withdrawal::needsOperator);
        assertThat(stage.town.seats).as("sold until the money is back").isNotEmpty();
        withdrawal.operator("refund", 1, "markRefunded");
        assertEnds(withdrawal, CancellationEnding.MARKED_REFUNDED);
        assertThat(faults.count("markRefunded")).isEqualTo(1);
        assertGivenBack(ticket, POINTS - Town.PRICE.amount());
    }

    @Test
    void parksARefundThatIsRefused() throws Exception {
        var ticket = sold("A-1-1");
        stage.town.payments.put(ticket.id, "REVERSED");
        var withdrawal = cancel(ticket, "c1");
        eventually(withdrawal::needsOperator);
        assertThat(withdrawal.now().status()).isEqualTo(CancellationStatus.REFUNDING);
        stage.town.payments.put(ticket.id, "CHARGED");
        withdrawal.operator("refund", 1, "retry");
        assertThat(withdrawal.end().status()).isEqualTo(CancellationStatus.CANCELED);
        assertGivenBack(ticket, POINTS);
    }

    @Test
    void isNotStoppedByAWorkflowCancel() throws Exception {
        var ticket = sold("A-1-1");
        var latch = faults.stalls("refund");
        var withdrawal = cancel(ticket, "c1");
        eventually(() -> faults.count("refund") > 0);
        withdrawal.cancelWorkflow();
        latch.countDown();
        assertEnds(withdrawal, CancellationEnding.CANCELED_THROUGH_WORKFLOW_CANCEL);
        assertGivenBack(ticket, POINTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimLines", "refund", "releaseSold", "closeLines"})
    void goesOnFromItsClaimWhenItWasTerminatedBeforeAStep(String step) throws Exception {
        assertResumes(step, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claimLines", "refund", "releaseSold", "closeLines"})
    void goesOnFromItsClaimWhenItWasTerminatedAfterAStep(String step) throws Exception {
        assertResumes(step, true);
    }

    /** The attempt that was under way when the workflow was ended comes late, as a zombie. */
    private void assertResumes(String step, boolean done) throws Exception {
        stage.town.order.feePerLine = Money.won(4_000);
        var ticket = sold("A-1-1", "A-1-2");
        var zombie = done ? faults.stallsOnceAfterWork(step) : faults.stallsOnce(step);
        var withdrawal = cancel(ticket, "c1", "A-1-1", "A-1-2");
        eventually(() -> faults.count(step) > 0);
        withdrawal.terminate();
        stage.town.order.feePerLine = Money.won(11_000);
        var again = withdrawal.again();
        var end = again.end();
        zombie.countDown();
        eventually(() -> faults.results().stream().filter(it -> it.startsWith(step)).count() == 2);
        assertThat(end.status()).isEqualTo(CancellationStatus.CANCELED);
        var fee = step.equals("claimLines") && !done ? 22_000 : 8_000;
        assertThat(end.fee()).isEqualTo(Money.won(fee));
        assertGivenBack(ticket, POINTS - fee);
        if (step.equals("refund") && done) {
            CancellationEnding.RESUMED_FROM_ITS_CLAIM.recordIfAsked(again);
        }
    }

    @Test
    void everyRefusalSaysWhy() throws Exception {
        var ticket = sold("A-1-1");
        @Nullable CancellationRefusal why = cancel(ticket, "c1", "Z-1-1").end().refusal();
        assertThat(why).isEqualTo(CancellationRefusal.UNKNOWN_LINES);
    }
}
