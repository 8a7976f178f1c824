package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.Money;
import boxoffice.order.contract.AlreadyConfirmed;
import boxoffice.order.contract.ConfirmOrder.Line;
import boxoffice.order.contract.ConfirmRefused;
import boxoffice.order.contract.OpenRefused;
import boxoffice.order.contract.OrderCanceled;
import boxoffice.order.contract.OrderConfirmed;
import boxoffice.order.contract.OrderOpened;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.AtOnce;
import boxoffice.testing.service.ServiceUnderTest;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** Every command may come twice, late, or after its undo. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class OrderFencesIT {

    private static final int ROUNDS = 50;

    private final ServiceUnderTest service;
    private final OneBooking booking;

    OrderFencesIT(SqlServer server) {
        service = ServiceUnderTest.shared(OrderService.class, server);
        booking = newBooking();
    }

    private OneBooking newBooking() {
        return new OneBooking(service, "mina");
    }

    @Test
    void opensOnceHoweverOftenItIsAsked() {
        assertThat(booking.open()).isEqualTo(new OrderOpened());
        var row = booking.row();
        assertThat(booking.open()).isEqualTo(new OrderOpened());
        assertThat(booking.row()).isEqualTo(row);
        assertThat(booking.state()).isEqualTo("PENDING");
    }

    @Test
    void confirmsWithTheFactsAndTheLinesOfTheSale() {
        booking.open();
        assertThat(booking.confirm()).isEqualTo(new OrderConfirmed());
        assertThat(booking.state()).isEqualTo("CONFIRMED");
        assertThat(booking.lines()).containsExactly("A-1-12=110000", "A-1-9=90000");
        assertThat(booking.row())
                .containsEntry("concert_title", "Winter Serenade")
                .containsEntry("promoter_id", "park")
                .containsEntry("venue_name", "한강 콘서트홀")
                .containsEntry("total", 200_000L)
                .containsEntry("currency", "KRW");
    }

    @Test
    void keepsTheFirstFactsWhenAskedToConfirmAgain() {
        booking.open();
        booking.confirm();
        var row = booking.row();
        var other = List.of(new Line("Z-1-1", Money.won(1)));
        assertThat(booking.confirm("Another title", other, Money.won(1)))
                .isEqualTo(new OrderConfirmed());
        assertThat(booking.row()).isEqualTo(row);
        assertThat(booking.lines()).hasSize(2);
    }

    @Test
    void cancelsAPendingOrderAndKeepsTheFirstReason() {
        booking.open();
        assertThat(booking.cancel("EXPIRED")).isEqualTo(new OrderCanceled());
        var row = booking.row();
        assertThat(row).containsEntry("state", "CANCELED").containsEntry("reason", "EXPIRED");
        assertThat(booking.cancel("BY_BUYER")).isEqualTo(new OrderCanceled());
        assertThat(booking.row()).isEqualTo(row);
    }

    @Test
    void refusesALateOpenAfterAnUndoThatCameFirst() {
        assertThat(booking.cancel("SEATS_TAKEN")).isEqualTo(new OrderCanceled());
        var tombstone = booking.row();
        assertThat(tombstone).containsEntry("reason", "SEATS_TAKEN");
        assertThat(booking.open()).isEqualTo(new OpenRefused());
        assertThat(booking.row()).isEqualTo(tombstone);
    }

    @Test
    void refusesToConfirmWhatWasCanceled() {
        booking.open();
        booking.cancel();
        assertThat(booking.confirm()).isInstanceOf(ConfirmRefused.class);
        assertThat(booking.state()).isEqualTo("CANCELED");
        assertThat(booking.lines()).isEmpty();
    }

    @Test
    void refusesToConfirmWhatWasNeverOpenedAndLeavesNothing() {
        assertThat(booking.confirm()).isInstanceOf(ConfirmRefused.class);
        assertThat(booking.state()).isEqualTo("none");
        assertThat(booking.lines()).isEmpty();
    }

    @Test
    void neitherOpensNorCancelsWhatIsConfirmed() {
        booking.open();
        booking.confirm();
        var row = booking.row();
        assertThat(booking.open()).isEqualTo(new AlreadyConfirmed());
        assertThat(booking.cancel()).isEqualTo(new AlreadyConfirmed());
        assertThat(booking.row()).isEqualTo(row);
        assertThat(booking.lines()).hasSize(2);
    }

    @Test
    void leavesNothingWhenItCrashesBeforeTheCommit() {
        service.inATransactionThatIsLost(booking::open);
        assertThat(booking.state()).isEqualTo("none");
        booking.open();
        service.inATransactionThatIsLost(booking::cancel);
        assertThat(booking.state()).isEqualTo("PENDING");
        service.inATransactionThatIsLost(booking::confirm);
        assertThat(booking.state()).isEqualTo("PENDING");
        assertThat(booking.lines()).isEmpty();
        assertThat(booking.confirm()).isEqualTo(new OrderConfirmed());
    }

    @Test
    void opensOnceHoweverManyAskAtOnce() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = newBooking();
            assertThat(AtOnce.run(one::open, one::open, one::open, one::open))
                    .containsOnly(new OrderOpened());
            assertThat(one.state()).isEqualTo("PENDING");
        }
    }

    @Test
    void endsCanceledHoweverOpenAndUndoMeet() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = newBooking();
            AtOnce.run(one::open, one::cancel, one::open);
            assertThat(one.state()).isEqualTo("CANCELED");
        }
    }

    @Test
    void hasOneEndHoweverConfirmAndUndoMeet() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = newBooking();
            one.open();
            AtOnce.run(one::confirm, one::cancel, one::confirm);
            var confirmed = one.state().equals("CONFIRMED");
            assertThat(one.lines()).hasSize(confirmed ? 2 : 0);
            assertThat(one.confirm())
                    .isInstanceOf(confirmed ? OrderConfirmed.class : ConfirmRefused.class);
            assertThat(one.cancel())
                    .isEqualTo(confirmed ? new AlreadyConfirmed() : new OrderCanceled());
        }
    }

    @Test
    void saysThatNoRetryCanHelpAMalformedCommand() {
        booking.open();
        var seat = new Line("A-1-12", Money.won(110_000));
        var dollars = new Line("A-1-13", new Money(100, "USD"));
        var most = new Line("A-1-13", Money.won(Long.MAX_VALUE));
        var below = new Line("A-1-13", Money.won(-1));
        var nameless = new Line(" ", Money.won(1));
        assertMalformed("Winter Serenade", List.of(), 0);
        assertMalformed("Winter Serenade", List.of(seat), 110_001);
        assertMalformed("Winter Serenade", List.of(seat, seat), 220_000);
        assertMalformed("Winter Serenade", List.of(seat, dollars), 110_100);
        assertMalformed("Winter Serenade", List.of(seat, most), 1);
        assertMalformed("Winter Serenade", List.of(seat, below), 109_999);
        assertMalformed("Winter Serenade", List.of(seat, nameless), 110_001);
        assertMalformed(" ", List.of(seat), 110_000);
        assertMalformed("W".repeat(201), List.of(seat), 110_000);
        assertThatExceptionOfType(ApplicationFailure.class)
                .isThrownBy(() -> booking.cancel("R".repeat(41)))
                .matches(ApplicationFailure::isNonRetryable);
        assertThat(booking.state()).isEqualTo("PENDING");
        assertThat(booking.lines()).isEmpty();
    }

    private void assertMalformed(String title, List<Line> lines, long total) {
        assertThatExceptionOfType(ApplicationFailure.class)
                .isThrownBy(() -> booking.confirm(title, lines, Money.won(total)))
                .matches(ApplicationFailure::isNonRetryable)
                .matches(failure -> failure.getType().equals("MALFORMED_COMMAND"));
    }

    @Test
    void takesATitleOfAsManyCharactersAsTheColumnHas() {
        booking.open();
        var title = "겨".repeat(199) + "🎫";
        booking.confirm(title, OneBooking.TWO_SEATS, Money.won(200_000));
        assertThat(booking.row()).containsEntry("concert_title", title);
    }

    @Test
    void asksTheDatabaseAsLittleAsTheShapeAllows() {
        assertThat(service.statementsOf(booking::open)).hasSize(1);
        assertThat(service.statementsOf(booking::confirm)).hasSize(2);
        var unsold = newBooking();
        unsold.open();
        assertThat(service.statementsOf(unsold::cancel)).hasSize(1);
    }

    @Test
    void theDatabaseItselfRefusesRowsThatCannotBe() {
        booking.open();
        assertThatTheDatabaseRefuses("update orders set state = 'LOST' where booking_id = ?");
        assertThatTheDatabaseRefuses("update orders set state = 'CONFIRMED' where booking_id = ?");
        assertThatTheDatabaseRefuses("update orders set state = 'CANCELED' where booking_id = ?");
        assertThatTheDatabaseRefuses("update orders set reason = 'EXPIRED' where booking_id = ?");
        assertThatTheDatabaseRefuses("update orders set total = 1 where booking_id = ?");
        assertThatTheDatabaseRefuses(
                "insert into order_lines (order_id, seat_no, price) values (?, 'A-1-1', -1)");
        assertThatThrownBy(() ->
                        service.write(
                                "insert into order_lines (order_id, seat_no, price)"
                                        + " values (?, 'A-1-1', 1)",
                                newBooking().id()))
                .isInstanceOf(DataAccessException.class);
    }

    private void assertThatTheDatabaseRefuses(String statement) {
        assertThatThrownBy(() -> service.write(statement, booking.id()))
                .isInstanceOf(DataAccessException.class);
    }
}
