package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BookingId;
import boxoffice.queue.contract.PassRefused;
import boxoffice.queue.contract.PassRefused.Reason;
import boxoffice.queue.contract.PassTaken;
import boxoffice.queue.domain.Entry;
import boxoffice.queue.domain.EntryState;
import boxoffice.queue.domain.RoomSettings;
import boxoffice.queue.domain.RoomState;
import boxoffice.queue.store.Admissions;
import boxoffice.queue.store.WaitingRooms.Changed;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.AtOnce;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A room's steps, one by one, on both database servers. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class AdmissionIT {

    private static final Map<SqlServer, ServiceUnderTest> SERVICES = new ConcurrentHashMap<>();
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ServiceUnderTest service;
    private final OneRoom room;

    AdmissionIT(SqlServer server) {
        service =
                SERVICES.computeIfAbsent(
                        server,
                        unknown ->
                                ServiceUnderTest.start(
                                        QueueService.class,
                                        server,
                                        OneRoom.STILL.toArray(String[]::new)));
        room = new OneRoom(service);
    }

    private List<Entry> come(int count) {
        return IntStream.range(0, count).mapToObj(index -> room.join("b" + index)).toList();
    }

    private static BookingId booking() {
        return new BookingId(UUID.randomUUID());
    }

    @Test
    void letsInTheOrderOfComingOnceItIsOpen() {
        room.with(2, 100).step();
        var came = come(5);
        assertThat(room.stepAfter(SECOND)).isEqualTo(2);
        assertThat(came.stream().map(room::state))
                .containsExactly(
                        EntryState.ADMITTED,
                        EntryState.ADMITTED,
                        EntryState.WAITING,
                        EntryState.WAITING,
                        EntryState.WAITING);
        assertThat(came.stream().map(entry -> room.now(entry).number()))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void givesABuyerOneEntryHoweverManyTabs() {
        room.with(1, 1).step();
        var first = room.join("mina");
        AtOnce.run(() -> room.join("mina"), () -> room.join("mina"), () -> room.join("mina"));
        assertThat(room.join("mina").entryId()).isEqualTo(first.entryId());
        assertThat(room.count("buyer_id = 'mina'")).isEqualTo(1);
    }

    @Test
    void neverLetsInMoreThanTheRateWithinASecondNorSavesUpMoreThanThat() {
        room.with(1000, 3).step();
        come(20);
        assertThat(room.stepAfter(Duration.ofSeconds(100))).isEqualTo(3);
        assertThat(room.step()).isZero();
        assertThat(room.stepAfter(SECOND)).isEqualTo(3);
        assertThat(room.count("state = 'ADMITTED'")).isEqualTo(6);
    }

    @Test
    void neverHasMoreInsideThanTheCapWhichFollowsItsSetting() {
        room.with(2, 100).step();
        come(10);
        room.stepAfter(SECOND);
        assertThat(room.stepAfter(SECOND)).isZero();
        room.with(5, 100);
        assertThat(room.stepAfter(SECOND)).isEqualTo(3);
        room.with(1, 100);
        assertThat(room.stepAfter(SECOND)).isZero();
        assertThat(room.count("state = 'ADMITTED'")).isEqualTo(5);
    }

    @Test
    void skipsThoseWhoLeftAndHoldsTheWatermarkBackForNobody() {
        room.with(1, 100).step();
        var came = come(4);
        room.stepAfter(SECOND);
        room.leave(came.get(1));
        room.leave(came.get(2));
        room.leave(came.get(0));
        assertThat(room.stepAfter(SECOND)).isEqualTo(1);
        assertThat(room.state(came.get(3))).isEqualTo(EntryState.ADMITTED);
        assertThat(room.number("watermark")).isEqualTo(4);
    }

    @Test
    void losesThePlaceOfWhoWasNotHeardOfForTheGrace() {
        room.with(1, 100, Instant.now(), Duration.ofSeconds(60), true).step();
        var came = come(3);
        room.stepAfter(SECOND);
        for (var second = 0; second < 30; second++) {
            room.stepAfter(Duration.ofSeconds(2));
            if (second == 15) {
                room.heard(came.get(2));
            }
        }
        assertThat(room.state(came.get(1))).isEqualTo(EntryState.EXPIRED);
        assertThat(room.state(came.get(2))).isEqualTo(EntryState.WAITING);
    }

    @Test
    void losesNobodyForATimeInWhichNobodyCouldBeHeard() {
        room.with(1, 100, Instant.now(), Duration.ofSeconds(60), true).step();
        var came = come(3);
        room.stepAfter(SECOND);
        room.stepAfter(Duration.ofMinutes(20));
        room.stepAfter(Duration.ofSeconds(4));
        assertThat(room.state(came.get(2))).isEqualTo(EntryState.WAITING);
    }

    @Test
    void withdrawsAPassThatIsNotUsedAndLetsTheNextIn() {
        room.with(1, 100).step();
        var came = come(2);
        room.stepAfter(SECOND);
        room.stepAfter(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(room.state(came.get(1))).isEqualTo(EntryState.WAITING);
        room.heard(came.get(1));
        room.stepAfter(Duration.ofSeconds(2));
        assertThat(room.state(came.get(0))).isEqualTo(EntryState.EXPIRED);
        assertThat(room.state(came.get(1))).isEqualTo(EntryState.ADMITTED);
        assertThat(room.take(booking(), came.get(0)))
                .isEqualTo(new PassRefused(Reason.PASS_EXPIRED));
    }

    @Test
    void letsOneLiveBookingAtATimeHaveThePass() {
        room.with(1, 100).step();
        var mina = room.join("mina");
        room.stepAfter(SECOND);
        var first = booking();
        assertThat(room.take(first, mina)).isEqualTo(new PassTaken());
        assertThat(room.take(first, mina)).isEqualTo(new PassTaken());
        var second = booking();
        assertThat(room.take(second, mina)).isEqualTo(new PassRefused(Reason.PASS_IN_USE, first));
        assertThat(room.take(second, mina)).isEqualTo(new PassRefused(Reason.PASS_IN_USE, first));
        room.giveBack(first, mina);
        assertThat(room.take(booking(), mina)).isEqualTo(new PassTaken());
        assertThat(room.take(first, mina)).isEqualTo(new PassRefused(Reason.GIVEN_BACK));
    }

    @Test
    void takesThePassOnceHoweverManyBookingsAskAtOnce() {
        room.with(1, 100).step();
        var mina = room.join("mina");
        room.stepAfter(SECOND);
        var outcomes = AtOnce.times(8, () -> room.take(booking(), mina));
        assertThat(outcomes).hasSize(8).containsOnlyOnce(new PassTaken());
    }

    @Test
    void keepsTheSlotOfALiveBookingBeyondThePassAndFreesItWhenItEnds() {
        room.with(1, 100).step();
        var came = come(2);
        room.stepAfter(SECOND);
        var booking = booking();
        room.take(booking, came.get(0));
        room.stepAfter(Duration.ofMinutes(11));
        assertThat(room.state(came.get(0))).isEqualTo(EntryState.ADMITTED);
        assertThat(room.state(came.get(1))).isEqualTo(EntryState.WAITING);
        assertThat(room.leave(came.get(0))).isFalse();
        room.finish(booking);
        assertThat(room.state(came.get(0))).isEqualTo(EntryState.USED);
        assertThat(room.stepAfter(SECOND)).isEqualTo(1);
        assertThat(room.take(booking(), came.get(0))).isEqualTo(new PassRefused(Reason.PASS_USED));
    }

    @Test
    void refusesAPassOfAnotherBuyerOrDate() {
        room.with(5, 100).step();
        var mina = room.join("mina");
        room.stepAfter(SECOND);
        var stolen =
                new Entry(
                        mina.entryId(),
                        mina.scheduleId(),
                        room.join("thief").buyerId(),
                        mina.state(),
                        null,
                        mina.joinedAt(),
                        null,
                        null,
                        null);
        assertThat(room.take(booking(), stolen)).isEqualTo(new PassRefused(Reason.PASS_REQUIRED));
        var other = new OneRoom(service).with(1, 1);
        assertThat(other.take(booking(), mina)).isEqualTo(new PassRefused(Reason.PASS_REQUIRED));
    }

    @Test
    void letsNobodyInBeforeTheOpeningNorWhilePausedNorWithoutSeats() {
        room.with(5, 100, Instant.now().plusSeconds(60), Duration.ofMinutes(5), true);
        var mina = room.join("mina");
        room.stepAfter(SECOND);
        assertThat(room.now(mina).number()).isNull();
        room.move(RoomState.PAUSED);
        room.stepAfter(Duration.ofSeconds(61));
        assertThat(room.now(mina).number()).isEqualTo(1);
        assertThat(room.state(mina)).isEqualTo(EntryState.WAITING);
        room.move(RoomState.OPEN);
        room.elapse(SECOND);
        var steps = service.bean(Admissions.class);
        assertThat(steps.step(room.schedule(), false).orElseThrow().admitted()).isZero();
        assertThat(room.stepAfter(SECOND)).isEqualTo(1);
    }

    @Test
    void drainsWithoutTakingMoreAndClosesForGood() {
        room.with(1, 100).step();
        var came = come(3);
        room.stepAfter(SECOND);
        room.move(RoomState.DRAINING);
        assertThat(
                        service.bean(boxoffice.queue.store.Entries.class)
                                .join(room.schedule(), new boxoffice.kernel.BuyerId("late")))
                .isEmpty();
        room.leave(came.get(0));
        assertThat(room.stepAfter(SECOND)).isEqualTo(1);
        room.move(RoomState.CLOSED);
        assertThat(room.state(came.get(2))).isEqualTo(EntryState.EXPIRED);
        assertThat(room.state(came.get(1))).isEqualTo(EntryState.ADMITTED);
        assertThat(room.move(RoomState.OPEN)).isEqualTo(new Changed.RoomClosed());
        assertThat(room.take(booking(), came.get(1))).isEqualTo(new PassTaken());
    }

    @Test
    void fixesTheOpeningOnceSomebodyHasComeAndTheShuffleOnceItIsOpen() {
        var soon = Instant.now().plusSeconds(600).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        room.with(1, 1, soon, Duration.ofMinutes(5), true);
        room.join("mina");
        assertThat(room.set(settings(Instant.now().minusSeconds(1), true)))
                .isEqualTo(new Changed.OpeningPast());
        assertThat(room.set(settings(soon.plusSeconds(60), false)))
                .isInstanceOf(Changed.Done.class);
        room.stepAfter(Duration.ofMinutes(20));
        assertThat(room.set(settings(soon.plusSeconds(9000), false)))
                .isEqualTo(new Changed.RoomOpened());
    }

    private static RoomSettings settings(Instant opensAt, boolean shuffle) {
        return new RoomSettings(
                1, 1, opensAt, Duration.ofMinutes(5), Duration.ofMinutes(10), shuffle);
    }

    @Test
    void stepsOnceHoweverManyInstancesStep() {
        room.with(100, 5).step();
        come(40);
        room.elapse(SECOND);
        var steps = service.bean(Admissions.class);
        AtOnce.times(6, () -> steps.step(room.schedule(), true));
        assertThat(room.count("state = 'ADMITTED'")).isEqualTo(5);
    }

    @Test
    void leavesNothingOfAStepThatCrashesBeforeItsCommit() {
        room.with(2, 100).step();
        come(3);
        room.elapse(SECOND);
        service.inATransactionThatIsLost(room::step);
        assertThat(room.count("number is not null")).isZero();
        assertThat(room.stepAfter(SECOND)).isEqualTo(2);
        assertThat(room.number("numbered")).isEqualTo(3);
    }
}
