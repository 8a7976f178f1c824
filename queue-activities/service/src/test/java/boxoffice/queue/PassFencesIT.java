package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.queue.contract.AlreadyFinished;
import boxoffice.queue.contract.FinishRefused;
import boxoffice.queue.contract.PassFinished;
import boxoffice.queue.contract.PassGivenBack;
import boxoffice.queue.contract.PassNotNeeded;
import boxoffice.queue.contract.PassRefused;
import boxoffice.queue.contract.PassRefused.Reason;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.AtOnce;
import boxoffice.testing.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** Every command may come twice, late, or after its undo. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class PassFencesIT {

    private static final int ROUNDS = 50;

    private final ServiceUnderTest service;
    private final OneBooking booking;

    PassFencesIT(SqlServer server) {
        service = ServiceUnderTest.shared(QueueService.class, server);
        booking = new OneBooking(service);
    }

    @Test
    void recordsTheUseWhereNoPassIsNeeded() {
        assertThat(booking.take()).isEqualTo(new PassNotNeeded());
        assertThat(booking.state()).isEqualTo("TAKEN");
    }

    @Test
    void answersARepeatedTakeAlike() {
        booking.take();
        assertThat(booking.take()).isEqualTo(new PassNotNeeded());
        assertThat(booking.state()).isEqualTo("TAKEN");
    }

    @Test
    void refusesWhoHasNoPassWhereThereIsAWaitingRoom() {
        booking.openRoom();
        assertThat(booking.take()).isEqualTo(new PassRefused(Reason.PASS_REQUIRED));
        assertThat(booking.state()).isEqualTo("BACK");
    }

    @Test
    void answersARepeatedRefusalAlikeAlsoWhenTheRoomIsGone() {
        booking.openRoom();
        booking.take();
        booking.closeRoom();
        assertThat(booking.take()).isEqualTo(new PassRefused(Reason.PASS_REQUIRED));
    }

    @Test
    void keepsAUseThatBeganBeforeTheRoomWasOpened() {
        booking.take();
        booking.openRoom();
        assertThat(booking.take()).isEqualTo(new PassNotNeeded());
        assertThat(booking.state()).isEqualTo("TAKEN");
    }

    @Test
    void givesBackWhatWasTakenOnceHoweverOftenItIsAsked() {
        booking.take();
        assertThat(booking.giveBack()).isEqualTo(new PassGivenBack());
        var endedAt = booking.endedAt();
        assertThat(booking.giveBack()).isEqualTo(new PassGivenBack());
        assertThat(booking.state()).isEqualTo("BACK");
        assertThat(booking.endedAt()).isEqualTo(endedAt);
    }

    @Test
    void refusesALateTakeAfterAnUndoThatCameFirst() {
        assertThat(booking.giveBack()).isEqualTo(new PassGivenBack());
        assertThat(booking.state()).isEqualTo("BACK");
        assertThat(booking.take()).isEqualTo(new PassRefused(Reason.GIVEN_BACK));
        assertThat(booking.state()).isEqualTo("BACK");
    }

    @Test
    void refusesALateTakeAfterTheUndoAlsoWhereARoomWasOpenedMeanwhile() {
        booking.giveBack();
        booking.openRoom();
        assertThat(booking.take()).isEqualTo(new PassRefused(Reason.GIVEN_BACK));
    }

    @Test
    void keepsTheRefusalThroughItsUndo() {
        booking.openRoom();
        booking.take();
        assertThat(booking.giveBack()).isEqualTo(new PassGivenBack());
        assertThat(booking.take()).isEqualTo(new PassRefused(Reason.PASS_REQUIRED));
    }

    @Test
    void finishesOnceHoweverOftenItIsAsked() {
        booking.take();
        assertThat(booking.finish()).isEqualTo(new PassFinished());
        var endedAt = booking.endedAt();
        assertThat(booking.finish()).isEqualTo(new PassFinished());
        assertThat(booking.state()).isEqualTo("FINISHED");
        assertThat(booking.endedAt()).isEqualTo(endedAt);
    }

    @Test
    void neitherTakesNorGivesBackWhatIsFinished() {
        booking.take();
        booking.finish();
        assertThat(booking.take()).isEqualTo(new AlreadyFinished());
        assertThat(booking.giveBack()).isEqualTo(new AlreadyFinished());
        assertThat(booking.state()).isEqualTo("FINISHED");
    }

    @Test
    void refusesToFinishWhatWasGivenBack() {
        booking.take();
        booking.giveBack();
        assertThat(booking.finish()).isInstanceOf(FinishRefused.class);
        assertThat(booking.state()).isEqualTo("BACK");
    }

    @Test
    void refusesToFinishWhatWasNeverTakenAndLeavesNothing() {
        assertThat(booking.finish()).isInstanceOf(FinishRefused.class);
        assertThat(booking.state()).isEqualTo("none");
    }

    @Test
    void leavesNothingWhenItCrashesBeforeTheCommit() {
        service.inATransactionThatIsLost(booking::take);
        assertThat(booking.state()).isEqualTo("none");
        booking.take();
        service.inATransactionThatIsLost(booking::giveBack);
        assertThat(booking.state()).isEqualTo("TAKEN");
        service.inATransactionThatIsLost(booking::finish);
        assertThat(booking.state()).isEqualTo("TAKEN");
        assertThat(booking.finish()).isEqualTo(new PassFinished());
    }

    @Test
    void endsGivenBackHoweverTakeAndUndoMeet() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = new OneBooking(service);
            AtOnce.run(one::take, one::giveBack, one::take);
            assertThat(one.state()).isEqualTo("BACK");
        }
    }

    @Test
    void hasOneEndHoweverFinishAndUndoMeet() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = new OneBooking(service);
            one.take();
            AtOnce.run(one::finish, one::giveBack);
            var finished = one.state().equals("FINISHED");
            assertThat(one.finish())
                    .isInstanceOf(finished ? PassFinished.class : FinishRefused.class);
            assertThat(one.giveBack())
                    .isEqualTo(finished ? new AlreadyFinished() : new PassGivenBack());
        }
    }

    @Test
    void asksTheDatabaseOncePerCommandOnTheStraightRoad() {
        assertThat(service.statementsOf(booking::take)).hasSize(1);
        assertThat(service.statementsOf(booking::finish)).hasSize(1);
        var unsold = new OneBooking(service);
        unsold.take();
        assertThat(service.statementsOf(unsold::giveBack)).hasSize(1);
    }

    @Test
    void theDatabaseItselfRefusesStatesThatCannotBe() {
        booking.take();
        assertThatTheDatabaseRefuses("update pass_uses set state = 'LOST' where booking_id = ?");
        assertThatTheDatabaseRefuses(
                "update pass_uses set state = 'FINISHED' where booking_id = ?");
        assertThatTheDatabaseRefuses(
                "update pass_uses set refusal = 'PASS_REQUIRED' where booking_id = ?");
    }

    private void assertThatTheDatabaseRefuses(String statement) {
        assertThatThrownBy(() -> service.write(statement, booking.id()))
                .isInstanceOf(DataAccessException.class);
    }
}
