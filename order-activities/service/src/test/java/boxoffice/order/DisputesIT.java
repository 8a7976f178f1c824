package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.order.contract.ClaimLines.Cause;
import boxoffice.order.contract.ClaimOutcome;
import boxoffice.order.contract.ClaimRefused;
import boxoffice.order.contract.ClaimRefused.Reason;
import boxoffice.order.contract.DisputeNoted;
import boxoffice.order.contract.DisputeOrder;
import boxoffice.order.contract.DisputeOutcome;
import boxoffice.order.contract.DisputeRefused;
import boxoffice.order.contract.LinesClaimed;
import boxoffice.order.contract.OrderActivities;
import boxoffice.order.contract.SettleDispute;
import boxoffice.order.contract.SettleDispute.End;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.AtOnce;
import boxoffice.testing.service.ServiceUnderTest;
import io.temporal.failure.ApplicationFailure;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the buyer's bank disputes: shown, barred from refunds, and ended once. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class DisputesIT {

    private static final Instant SINCE = Instant.parse("2026-11-20T03:00:00.25Z");

    private final ServiceUnderTest service;
    private final String mina = "mina-" + UUID.randomUUID();
    private final OneBooking booking;

    DisputesIT(SqlServer server) {
        service = ServiceUnderTest.shared(OrderService.class, server);
        booking = new OneBooking(service, mina);
        booking.open();
        booking.confirm();
    }

    private DisputeOutcome dispute(String id) {
        return dispute(mina, id);
    }

    private DisputeOutcome dispute(String buyer, String id) {
        return service.bean(OrderActivities.class)
                .disputeOrder(
                        new DisputeOrder(
                                BookingId.of(booking.id()),
                                new BuyerId(buyer),
                                id,
                                Money.won(200_000),
                                SINCE));
    }

    private DisputeOutcome settle(String id, End end) {
        return service.bean(OrderActivities.class)
                .settleDispute(new SettleDispute(BookingId.of(booking.id()), id, end));
    }

    private JsonNode shown() {
        return json(service.getAs(mina, "/api/orders/" + booking.id())).path("disputes");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertDisputed(ClaimOutcome outcome) {
        assertThat(outcome).isEqualTo(new ClaimRefused(Reason.DISPUTED, List.of(), null));
    }

    @Test
    void standsInTheHistoryWithItsEnd() {
        dispute("dp_1");
        settle("dp_1", End.LOST);
        dispute("dp_2");
        var history = json(service.getAs(mina, "/api/orders/" + booking.id())).path("history");
        assertThat(history.valueStream().map(it -> it.path("event").asString()))
                .contains("DISPUTE_OPENED", "DISPUTE_LOST")
                .doesNotContain("DISPUTE_WON");
        assertThat(history.findValue("amount").path("amount").asLong()).isEqualTo(200_000);
    }

    @Test
    void showsADisputeOnTheOrderAndInTheListUntilItsEnd() {
        assertThat(shown().isMissingNode()).as("nothing to show").isTrue();
        assertThat(dispute("dp_1")).isEqualTo(new DisputeNoted());
        assertThat(shown().toString())
                .isEqualTo(
                        """
                        [{"state":"OPEN","amount":{"amount":200000,"currency":"KRW"},\
                        "since":"2026-11-20T03:00:00.250Z"}]\
                        """);
        assertThat(settle("dp_1", End.LOST)).isEqualTo(new DisputeNoted());
        var listed = json(service.getAs(mina, "/api/orders")).at("/orders/0/disputes/0/state");
        assertThat(listed.asString()).isEqualTo("LOST");
    }

    @Test
    void keepsItsFirstEndWhateverComesAgain() {
        dispute("dp_1");
        settle("dp_1", End.WON);
        assertThat(settle("dp_1", End.LOST)).isEqualTo(new DisputeNoted());
        assertThat(dispute("dp_1")).isEqualTo(new DisputeNoted());
        assertThat(shown().at("/0/state").asString()).isEqualTo("WON");
        assertThat(shown()).hasSize(1);
    }

    @Test
    void givesNothingBackWhileItIsOpenOrOnceItIsLost() {
        dispute("dp_1");
        assertDisputed(booking.claim("c1"));
        var buyer = new BuyerId(mina);
        assertDisputed(booking.claim(buyer, "c2", OneBooking.BOOKED_AT, null, Cause.BY_PROMOTER));
        var quote = service.getAs(mina, "/api/orders/" + booking.id() + "/cancellation-quote");
        assertThat(quote.statusCode()).isEqualTo(409);
        assertThat(json(quote).path("code").asString()).isEqualTo("order-disputed");
        settle("dp_1", End.LOST);
        assertDisputed(booking.claim("c1"));
        assertThat(booking.cancellations()).isEmpty();
    }

    @Test
    void givesBackAgainOnceItIsWon() {
        dispute("dp_1");
        dispute("dp_2");
        settle("dp_1", End.WON);
        assertDisputed(booking.claim("c1"));
        settle("dp_2", End.WON);
        assertThat(booking.claim("c1")).isInstanceOf(LinesClaimed.class);
    }

    @Test
    void keepsAClaimThatCameFirst() {
        var claimed = booking.claim("c1", "A-1-9");
        dispute("dp_1");
        assertThat(booking.claim("c1", "A-1-9")).isEqualTo(claimed);
        booking.close("c1");
        assertDisputed(booking.claim("c2", "A-1-12"));
    }

    @Test
    void isNotedOnceHoweverOftenItIsToldAtOnce() {
        assertThat(AtOnce.times(20, () -> dispute("dp_1"))).containsOnly(new DisputeNoted());
        assertThat(shown()).hasSize(1);
    }

    @Test
    void isNotedOnAnOrderThatIsNotConfirmedYet() {
        var pending = new OneBooking(service, mina);
        pending.open();
        var command =
                new DisputeOrder(
                        BookingId.of(pending.id()), new BuyerId(mina), "dp_1", Money.won(1), SINCE);
        service.bean(OrderActivities.class).disputeOrder(command);
        pending.confirm();
        assertDisputed(pending.claim("c1"));
    }

    @Test
    void refusesWhatThereIsNoOrderOrNoDisputeFor() {
        assertThat(dispute("somebody-else", "dp_1")).isInstanceOf(DisputeRefused.class);
        assertThat(settle("dp_1", End.WON)).isInstanceOf(DisputeRefused.class);
        assertThat(shown().isMissingNode()).isTrue();
        assertThatExceptionOfType(ApplicationFailure.class)
                .isThrownBy(() -> dispute(" "))
                .matches(ApplicationFailure::isNonRetryable);
    }

    @Test
    void leavesNothingWhenItCrashesBeforeTheCommit() {
        service.inATransactionThatIsLost(() -> dispute("dp_1"));
        assertThat(shown().isMissingNode()).isTrue();
        dispute("dp_1");
        service.inATransactionThatIsLost(() -> settle("dp_1", End.LOST));
        assertThat(shown().at("/0/state").asString()).isEqualTo("OPEN");
    }

    @Test
    void theDatabaseItselfRefusesRowsThatCannotBe() {
        dispute("dp_1");
        assertRefusedByTheDatabase("update disputes set state = 'LOST' where booking_id = ?");
        assertRefusedByTheDatabase("update disputes set state = 'GONE' where booking_id = ?");
        assertRefusedByTheDatabase("update disputes set amount = -1 where booking_id = ?");
    }

    private void assertRefusedByTheDatabase(String statement) {
        assertThatThrownBy(() -> service.write(statement, booking.id()))
                .isInstanceOf(DataAccessException.class);
    }
}
