package boxoffice.concert;

import static boxoffice.concert.House.booking;
import static boxoffice.concert.House.buyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.concert.contract.AlreadySold;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsRefused.Reason;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.concert.contract.SellRefused;
import boxoffice.testing.SqlServer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * What may come twice, late, in the wrong order or half: and changes nothing that it should not.
 */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class UndoAndSaleFencesIT {

    private final RunningService service;

    UndoAndSaleFencesIT(SqlServer server) {
        service = RunningService.shared(server);
    }

    private House house(String... seatNos) {
        return new House(service, seatNos);
    }

    @Test
    void releasesTheSeatsOnceAndForAll() {
        var house = house("A-1", "A-2");
        var booking = booking();
        house.hold(booking, "A-1", "A-2");

        assertThat(house.release(booking)).isEqualTo(new SeatsReleased());
        assertThat(house.release(booking)).isEqualTo(new SeatsReleased());
        assertThat(house.seats()).isEqualTo("A-1:FREE A-2:FREE");
        assertThat(house.row(booking)).isEqualTo("RELEASED");
    }

    @Test
    void aLateHoldMeetsTheTombstoneOfItsUndo() {
        var house = house("A-1");
        var booking = booking();

        assertThat(house.release(booking)).isEqualTo(new SeatsReleased());
        assertThat(house.hold(booking, "A-1")).isEqualTo(refused(Reason.RELEASED));
        assertThat(house.seats()).isEqualTo("A-1:FREE");
    }

    @Test
    void aRepeatedHoldAfterItsUndoIsRefused() {
        var house = house("A-1");
        var booking = booking();
        house.hold(booking, "A-1");
        house.release(booking);

        assertThat(house.hold(booking, "A-1")).isEqualTo(refused(Reason.RELEASED));
        assertThat(house.seats()).isEqualTo("A-1:FREE");
    }

    @Test
    void releaseNeverFreesAnothersSeat() {
        var house = house("A-1");
        var first = booking();
        var second = booking();
        house.hold(first, "A-1");
        house.release(first);
        house.hold(second, "A-1");

        house.release(first);

        assertThat(house.seats()).isEqualTo("A-1:HELD");
        assertThat(house.ownedBy(second)).isEqualTo(1);
    }

    @Test
    void sellsWhatIsHeldAndSaysSoAgain() {
        var house = house("A-1", "A-2");
        var booking = booking();
        var held = house.hold(booking, "A-1", "A-2");

        assertThat(house.sell(booking, "A-2", "A-1")).isEqualTo(new SeatsSold());
        assertThat(house.sell(booking, "A-1", "A-2")).isEqualTo(new SeatsSold());
        assertThat(house.seats()).isEqualTo("A-1:SOLD A-2:SOLD");
        assertThat(house.hold(booking, "A-1", "A-2")).isEqualTo(new AlreadySold((SeatsHeld) held));
    }

    @Test
    void soldSeatsStaySoldWhateverIsUndone() {
        var house = house("A-1");
        var booking = booking();
        var held = house.hold(booking, "A-1");
        house.sell(booking, "A-1");

        assertThat(house.release(booking)).isEqualTo(new AlreadySold((SeatsHeld) held));
        assertThat(house.seats()).isEqualTo("A-1:SOLD");
        assertThat(house.row(booking)).isEqualTo("SOLD");
    }

    @Test
    void sellsAHoldAfterItsDeadlineWhileTheSagaKeepsIt() {
        var house = house("A-1");
        var booking = booking();
        house.holdStarted(booking, buyer("mina"), Instant.now().minusSeconds(299), "A-1");
        house.writeWith(
                "update seat_holds set held_until = created_at where booking_id = ?",
                booking.toString());

        assertThat(house.sell(booking, "A-1")).isEqualTo(new SeatsSold());
    }

    @Test
    void refusesToSellAnythingButExactlyWhatIsHeld() {
        var house = house("A-1", "A-2", "A-3");
        var booking = booking();
        house.hold(booking, "A-1", "A-2");
        house.hold(booking(), buyer("jun"), "A-3");

        assertThat(house.sell(booking, "A-1")).isInstanceOf(SellRefused.class);
        assertThat(house.sell(booking, "A-1", "A-3")).isInstanceOf(SellRefused.class);
        assertThat(house.sell(booking, "A-1", "A-9")).isInstanceOf(SellRefused.class);
        assertThat(house.sell(booking, "A-1", "A-2", "A-3")).isInstanceOf(SellRefused.class);
        assertThat(house.seats()).isEqualTo("A-1:HELD A-2:HELD A-3:HELD");
        assertThat(house.row(booking)).isEqualTo("HELD");
        assertThat(house.sell(booking, "A-1", "A-2")).isEqualTo(new SeatsSold());
        assertThat(house.sell(booking, "A-1", "A-3")).isInstanceOf(SellRefused.class);
    }

    @Test
    void refusesToSellWhatWasReleasedOrNeverHeld() {
        var house = house("A-1");
        var released = booking();
        house.hold(released, "A-1");
        house.release(released);

        assertThat(house.sell(released, "A-1")).isInstanceOf(SellRefused.class);
        assertThat(house.sell(booking(), "A-1")).isInstanceOf(SellRefused.class);
        assertThat(house.seats()).isEqualTo("A-1:FREE");
        assertThat(house.rows()).isEqualTo(1);
    }

    @Test
    void aCrashInTheMiddleLeavesNothing() {
        var house = house("A-1");
        var booking = booking();

        house.inTransactionThatRollsBack(() -> house.hold(booking, "A-1"));
        assertThat(house.row(booking)).isEqualTo("NONE");
        assertThat(house.seats()).isEqualTo("A-1:FREE");

        house.hold(booking, "A-1");
        house.inTransactionThatRollsBack(() -> house.sell(booking, "A-1"));
        house.inTransactionThatRollsBack(() -> house.release(booking));
        assertThat(house.row(booking)).isEqualTo("HELD");
        assertThat(house.seats()).isEqualTo("A-1:HELD");
    }

    @Test
    void aSeatThatStaysLockedIsAPassingFaultThatLeavesNothing() throws SQLException {
        var house = house("A-1", "A-2");
        var booking = booking();
        try (var outside = service.database.connect();
                var statement =
                        outside.prepareStatement(
                                "update seats set grade = 'S' where schedule_id = ?")) {
            outside.setAutoCommit(false);
            statement.setString(1, house.schedule.value());
            statement.executeUpdate();

            assertThatThrownBy(() -> house.hold(booking, "A-1", "A-2"))
                    .isInstanceOf(PessimisticLockingFailureException.class);
            outside.rollback();
        }
        assertThat(house.row(booking)).isEqualTo("NONE");
        assertThat(house.hold(booking, "A-1", "A-2")).isInstanceOf(SeatsHeld.class);
    }

    private static HoldOutcome refused(Reason reason, String... seatNos) {
        return new SeatsRefused(reason, List.of(seatNos), null, null);
    }
}
