package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.Books;
import boxoffice.payment.RunningService;
import boxoffice.payment.contract.Dispute;
import boxoffice.payment.contract.DisputeState;
import boxoffice.payment.contract.LookAtDispute;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.ChargeResult;
import boxoffice.payment.domain.RefundAsked;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.domain.TopUp;
import boxoffice.payment.store.AuditReads;
import boxoffice.payment.store.Refunds;
import boxoffice.testing.Databases;
import boxoffice.testing.SqlServer;
import boxoffice.testing.TestTemporal;
import boxoffice.testing.service.AtOnce;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of disputes that a provider tells of, twice, in any order, or of nobody's. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class DisputesIT {

    private static final Money PRICE = Money.won(110_000);
    private static final String CARD = "pm_sandbox_disputed";
    private static final String CREATED = "charge.dispute.created";
    private static final String CLOSED = "charge.dispute.closed";
    private static final Sandbox SANDBOX = ToldOfDisputes.SANDBOX;

    private final RunningService service;
    private final BookingId booking;
    private final BuyerId mina;

    DisputesIT(SqlServer server) {
        service = ToldOfDisputes.on(server, TestTemporal.shared().target());
        booking = service.booking();
        mina = service.buyerWith("mina", 0);
    }

    @AfterAll
    static void stop() {
        ToldOfDisputes.stop();
    }

    @AfterEach
    void theBooksBalance() {
        Books.balance(service);
    }

    /** Charges a card whose owner disputes that at once; gives the provider's reference. */
    private String disputed() {
        return disputed(service);
    }

    private String disputed(RunningService at) {
        var attempt = new ChargeAttempt(booking, mina, 1, PRICE, 0, CARD);
        assertThat(at.bean(Cards.class).charge(attempt, () -> {}))
                .isEqualTo(new ChargeResult.Taken());
        return at.text(
                "select provider_ref from payments where booking_id = ?", booking.toString());
    }

    private int tell(String type, String ref) {
        return ToldOfDisputes.tell(service, type, ref, "evt_" + UUID.randomUUID());
    }

    private String row(String ref) {
        return ToldOfDisputes.row(service, ref);
    }

    private long chargedBack() {
        return service.number(
                "select charged_back from payments where booking_id = ?", booking.toString());
    }

    private long booked(String ref) {
        return ToldOfDisputes.booked(service, ref);
    }

    private List<String> audited() {
        var payment = service.bean(AuditReads.class).of(List.of(booking)).getFirst();
        var found = new ArrayList<>(payment.differences());
        found.addAll(service.bean(CardsOnBooks.class).differences(payment));
        return found;
    }

    private WorkflowExecutionStatus workflow(String ref) {
        return service.bean(WorkflowClient.class)
                .newUntypedWorkflowStub(Dispute.workflowId(booking, Sandbox.disputeOf(ref)))
                .describe()
                .getStatus();
    }

    @Test
    void writesADisputeDownAndHasItFollowed() {
        var ref = disputed();
        assertThat(tell(CREATED, ref)).isEqualTo(200);
        assertThat(tell("charge.dispute.funds_withdrawn", ref)).isEqualTo(200);
        assertThat(row(ref)).isEqualTo("OPEN 110000 " + booking);
        assertThat(workflow(ref))
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
        assertThat(chargedBack()).isZero();
        assertThat(booked(ref)).isZero();
    }

    @Test
    void booksALossOnceHoweverOftenItIsTold() {
        var ref = disputed();
        tell(CREATED, ref);
        SANDBOX.decide(ref, "lost");
        assertThat(AtOnce.times(10, () -> tell(CLOSED, ref))).containsOnly(200);
        assertThat(row(ref)).isEqualTo("LOST 110000 " + booking);
        assertThat(chargedBack()).isEqualTo(PRICE.amount());
        assertThat(booked(ref)).isEqualTo(PRICE.amount());
        assertThat(audited()).as("differences in the audit's eyes").isEmpty();
        service.write(
                "update payments set charged_back = 1 where booking_id = ?", booking.toString());
        assertThat(audited()).hasSize(1).allMatch(it -> it.contains("charged back"));
        service.write(
                "update payments set charged_back = ? where booking_id = ?",
                PRICE.amount(),
                booking.toString());
        assertThat(service.number("select balance from wallets where buyer_id = ?", mina.value()))
                .isZero();
    }

    @Test
    void takesTheEndBeforeTheBeginning() {
        var ref = disputed();
        SANDBOX.decide(ref, "lost");
        assertThat(tell(CLOSED, ref)).isEqualTo(200);
        assertThat(tell(CREATED, ref)).isEqualTo(200);
        assertThat(row(ref)).startsWith("LOST");
        assertThat(chargedBack()).isEqualTo(PRICE.amount());
    }

    @Test
    void booksNothingWhereTheBankDecidesForUs() {
        var ref = disputed();
        tell(CREATED, ref);
        SANDBOX.decide(ref, "won");
        tell(CLOSED, ref);
        tell("charge.dispute.funds_reinstated", ref);
        assertThat(row(ref)).startsWith("WON");
        assertThat(chargedBack()).isZero();
        assertThat(booked(ref)).isZero();
    }

    @Test
    void takesTheSameEventAgainAndKeepsItOnce() {
        var ref = disputed();
        var event = "evt_" + UUID.randomUUID();
        assertThat(AtOnce.times(5, () -> ToldOfDisputes.tell(service, CREATED, ref, event)))
                .containsOnly(200);
        assertThat(ToldOfDisputes.tell(service, CREATED, ref, event)).isEqualTo(200);
        assertThat(service.number("select count(*) from provider_events where event_id = ?", event))
                .isEqualTo(1);
    }

    @Test
    void takesTheDisputeOfAPaymentThatIsNoneOfOurs() {
        var gateway = SANDBOX.gateway();
        var ref = gateway.open(Sandbox.payment(), PRICE);
        gateway.charge(ref, 1, PRICE, CARD);
        SANDBOX.decide(ref, "lost");
        assertThat(tell(CLOSED, ref)).isEqualTo(200);
        assertThat(row(ref)).isEqualTo("LOST 110000");
        assertThat(booked(ref)).as("the money was not ours").isZero();
        assertThatExceptionOfType(WorkflowNotFoundException.class).isThrownBy(() -> workflow(ref));
    }

    @Test
    void booksTheLossOfATopUpAndLeavesThePointsToAPerson() {
        var topUp =
                service.bean(TopUpsByCard.class)
                        .topUp(TopUp.of(UUID.randomUUID(), mina, PRICE, CARD));
        assertThat(topUp.state()).isEqualTo(TopUp.State.DONE);
        var ref =
                service.text(
                        "select provider_ref from top_ups where top_up_id = ?",
                        topUp.id().toString());
        assertThat(tell(CREATED, ref)).isEqualTo(200);
        SANDBOX.decide(ref, "lost");
        assertThat(tell(CLOSED, ref)).isEqualTo(200);
        assertThat(row(ref)).isEqualTo("LOST 110000 " + topUp.id());
        assertThat(booked(ref)).isEqualTo(PRICE.amount());
        assertThat(service.balance(mina)).isEqualTo(PRICE.amount());
    }

    @Test
    void asksToBeToldAgainOfWhatTheProviderItselfDoesNotFind() {
        var event = "evt_" + UUID.randomUUID();
        assertThat(ToldOfDisputes.tell(service, CREATED, "pi_of_nobody", event)).isEqualTo(503);
        assertThat(service.number("select count(*) from provider_events where event_id = ?", event))
                .isZero();
    }

    @Test
    void asksToBeToldAgainWhileTemporalIsAway() {
        var alone = ToldOfDisputes.on(Databases.any(), "127.0.0.1:1");
        var ref = disputed(alone);
        var event = "evt_" + UUID.randomUUID();
        var begin = System.nanoTime();
        assertThat(ToldOfDisputes.tell(alone, CREATED, ref, event)).isEqualTo(503);
        assertThat(System.nanoTime() - begin).as("in time").isLessThan(9_000_000_000L);
        assertThat(
                        alone.text(
                                "select state from disputes where dispute_id = ?",
                                Sandbox.disputeOf(ref)))
                .as("written down nevertheless")
                .isEqualTo("OPEN");
        assertThat(alone.number("select count(*) from provider_events where event_id = ?", event))
                .isZero();
    }

    @Test
    void refusesWhatIsNotSignedRight() {
        var ref = disputed();
        var body = "{\"id\": \"evt_1\", \"type\": \"" + CREATED + "\"}";
        assertThat(service.postUnauthorized(StripeWebhooks.PATH, "t=1,v1=00", body).statusCode())
                .isEqualTo(400);
        assertThat(
                        service.number(
                                "select count(*) from disputes where dispute_id = ?",
                                Sandbox.disputeOf(ref)))
                .isZero();
    }

    @Test
    void tellsTheSagaHowItStandsAndNothingOfAnothersPayment() {
        var ref = disputed();
        var activities = service.bean(PaymentActivities.class);
        var dispute = Sandbox.disputeOf(ref);
        var standing = activities.lookAtDispute(new LookAtDispute(booking, dispute));
        assertThat(standing.buyerId()).isEqualTo(mina);
        assertThat(standing.amount()).isEqualTo(PRICE);
        assertThat(standing.state()).isEqualTo(DisputeState.OPEN);
        assertThat(standing.reason()).isEqualTo("fraudulent");
        assertThat(standing.evidenceDueAt()).isAfter(standing.openedAt());
        assertThatThrownBy(() ->
                        activities.lookAtDispute(new LookAtDispute(service.booking(), dispute)))
                .isInstanceOf(ApplicationFailure.class)
                .matches(failure -> ((ApplicationFailure) failure).isNonRetryable());
    }

    @Test
    void leavesARefundThatWasUnderWayToAPersonAndTakesHisWordForIt() {
        var ref = disputed();
        var refunds = service.bean(Refunds.class);
        var toCards = service.bean(RefundsToCards.class);
        refunds.begin(new RefundAsked(booking, mina, "c1", PRICE, Money.won(0)));
        assertThatExceptionOfType(RefundFailed.class)
                .isThrownBy(() -> {
                    while (!toCards.pay(refunds.find(booking, "c1").orElseThrow())) {
                        // Again, under the next key.
                    }
                })
                .withMessageContaining("charge_disputed");
        SANDBOX.decide(ref, "lost");
        tell(CLOSED, ref);
        toCards.mark(refunds.find(booking, "c1").orElseThrow(), new Remark("kim", "charged back"));
        assertThat(audited()).as("differences in the audit's eyes").isEmpty();
        assertThat(
                        service.number(
                                """
                                select sum(amount) from ledger_entries where booking_id = ?
                                    and account in ('chargebacks', 'outside')
                                """,
                                booking.toString()))
                .as("lost once, and not twice")
                .isZero();
    }
}
