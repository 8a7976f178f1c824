package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.contract.AlreadyFinished;
import boxoffice.queue.contract.FinishOutcome;
import boxoffice.queue.contract.FinishPass;
import boxoffice.queue.contract.FinishRefused;
import boxoffice.queue.contract.GiveBackOutcome;
import boxoffice.queue.contract.GivePassBack;
import boxoffice.queue.contract.PassFinished;
import boxoffice.queue.contract.PassGivenBack;
import boxoffice.queue.contract.PassNotNeeded;
import boxoffice.queue.contract.PassRefused;
import boxoffice.queue.contract.PassRefused.Reason;
import boxoffice.queue.contract.QueueActivities;
import boxoffice.queue.contract.TakeOutcome;
import boxoffice.queue.contract.TakePass;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
    private final QueueActivities activities;
    private final BuyerId mina = new BuyerId("mina");
    private final ScheduleId schedule = new ScheduleId("schedule-" + UUID.randomUUID().hashCode());
    private final BookingId booking = new BookingId(UUID.randomUUID());

    PassFencesIT(SqlServer server) {
        service = ServiceUnderTest.shared(QueueService.class, server);
        activities = service.bean(QueueActivities.class);
    }

    @Test
    void recordsTheUseWhereNoPassIsNeeded() {
        assertThat(take()).isEqualTo(new PassNotNeeded());
        assertThat(state()).isEqualTo("TAKEN");
    }

    @Test
    void answersARepeatedTakeAlike() {
        take();
        assertThat(take()).isEqualTo(new PassNotNeeded());
        assertThat(state()).isEqualTo("TAKEN");
    }

    @Test
    void refusesWhoHasNoPassWhereThereIsAWaitingRoom() {
        openRoom();
        assertThat(take()).isEqualTo(new PassRefused(Reason.PASS_REQUIRED));
        assertThat(state()).isEqualTo("BACK");
    }

    @Test
    void answersARepeatedRefusalAlikeAlsoWhenTheRoomIsGone() {
        openRoom();
        take();
        service.sql().sql("delete from waiting_rooms where schedule_id = ?")
                .param(schedule.value())
                .update();
        assertThat(take()).isEqualTo(new PassRefused(Reason.PASS_REQUIRED));
    }

    @Test
    void keepsAUseThatBeganBeforeTheRoomWasOpened() {
        take();
        openRoom();
        assertThat(take()).isEqualTo(new PassNotNeeded());
        assertThat(state()).isEqualTo("TAKEN");
    }

    @Test
    void givesBackWhatWasTakenOnceHoweverOftenItIsAsked() {
        take();
        assertThat(giveBack()).isEqualTo(new PassGivenBack());
        var endedAt = endedAt();
        assertThat(giveBack()).isEqualTo(new PassGivenBack());
        assertThat(state()).isEqualTo("BACK");
        assertThat(endedAt()).isEqualTo(endedAt);
    }

    @Test
    void refusesALateTakeAfterAnUndoThatCameFirst() {
        assertThat(giveBack()).isEqualTo(new PassGivenBack());
        assertThat(state()).isEqualTo("BACK");
        assertThat(take()).isEqualTo(new PassRefused(Reason.GIVEN_BACK));
        assertThat(state()).isEqualTo("BACK");
    }

    @Test
    void refusesALateTakeAfterTheUndoAlsoWhereARoomWasOpenedMeanwhile() {
        giveBack();
        openRoom();
        assertThat(take()).isEqualTo(new PassRefused(Reason.GIVEN_BACK));
    }

    @Test
    void keepsTheRefusalThroughItsUndo() {
        openRoom();
        take();
        assertThat(giveBack()).isEqualTo(new PassGivenBack());
        assertThat(take()).isEqualTo(new PassRefused(Reason.PASS_REQUIRED));
    }

    @Test
    void finishesOnceHoweverOftenItIsAsked() {
        take();
        assertThat(finish()).isEqualTo(new PassFinished());
        var endedAt = endedAt();
        assertThat(finish()).isEqualTo(new PassFinished());
        assertThat(state()).isEqualTo("FINISHED");
        assertThat(endedAt()).isEqualTo(endedAt);
    }

    @Test
    void neitherTakesNorGivesBackWhatIsFinished() {
        take();
        finish();
        assertThat(take()).isEqualTo(new AlreadyFinished());
        assertThat(giveBack()).isEqualTo(new AlreadyFinished());
        assertThat(state()).isEqualTo("FINISHED");
    }

    @Test
    void refusesToFinishWhatWasGivenBack() {
        take();
        giveBack();
        assertThat(finish()).isInstanceOf(FinishRefused.class);
        assertThat(state()).isEqualTo("BACK");
    }

    @Test
    void refusesToFinishWhatWasNeverTakenAndLeavesNothing() {
        assertThat(finish()).isInstanceOf(FinishRefused.class);
        assertThat(state()).isEqualTo("none");
    }

    @Test
    void leavesNothingWhenItCrashesBeforeTheCommit() {
        service.inATransactionThatIsLost(this::take);
        assertThat(state()).isEqualTo("none");
        take();
        service.inATransactionThatIsLost(this::giveBack);
        assertThat(state()).isEqualTo("TAKEN");
        service.inATransactionThatIsLost(this::finish);
        assertThat(state()).isEqualTo("TAKEN");
        assertThat(finish()).isEqualTo(new PassFinished());
    }

    @Test
    void endsGivenBackHoweverTakeAndUndoMeet() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var test = new PassFencesIT(service, activities);
            test.atOnce(test::take, test::giveBack, test::take);
            assertThat(test.state()).isEqualTo("BACK");
        }
    }

    @Test
    void hasOneEndHoweverFinishAndUndoMeet() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var test = new PassFencesIT(service, activities);
            test.take();
            test.atOnce(test::finish, test::giveBack);
            var finished = test.state().equals("FINISHED");
            assertThat(test.finish())
                    .isInstanceOf(finished ? PassFinished.class : FinishRefused.class);
            assertThat(test.giveBack())
                    .isEqualTo(finished ? new AlreadyFinished() : new PassGivenBack());
        }
    }

    @Test
    void asksTheDatabaseOncePerCommandOnTheStraightRoad() {
        assertThat(service.statementsOf(this::take)).hasSize(1);
        assertThat(service.statementsOf(this::finish)).hasSize(1);
        var unsold = new PassFencesIT(service, activities);
        unsold.take();
        assertThat(service.statementsOf(unsold::giveBack)).hasSize(1);
    }

    @Test
    void theDatabaseItselfRefusesStatesThatCannotBe() {
        take();
        assertRefused("update pass_uses set state = 'LOST' where booking_id = ?");
        assertRefused("update pass_uses set state = 'FINISHED' where booking_id = ?");
        assertRefused("update pass_uses set refusal = 'PASS_REQUIRED' where booking_id = ?");
    }

    private PassFencesIT(ServiceUnderTest service, QueueActivities activities) {
        this.service = service;
        this.activities = activities;
    }

    private TakeOutcome take() {
        return activities.takePass(new TakePass(booking, mina, schedule));
    }

    private GiveBackOutcome giveBack() {
        return activities.givePassBack(new GivePassBack(booking, mina, schedule));
    }

    private FinishOutcome finish() {
        return activities.finishPass(new FinishPass(booking));
    }

    private void openRoom() {
        service.sql().sql("insert into waiting_rooms values (?, utc_timestamp(6))")
                .param(schedule.value())
                .update();
    }
}
