package boxoffice.concert;

import static boxoffice.concert.House.booking;
import static boxoffice.concert.House.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.contract.LiveBookings.LiveBooking;
import boxoffice.concert.contract.LiveBookings.State;
import boxoffice.concert.contract.ScheduleCanceled;
import boxoffice.concert.contract.ScheduleUnknown;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.PromoterId;
import boxoffice.testing.SqlServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A schedule taken off the sale: nothing is held from then on, and what was held is seen. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class CanceledScheduleIT {

    private static final SeatsRefused CANCELED =
            new SeatsRefused(SeatsRefused.Reason.SCHEDULE_CANCELED, List.of(), null, null);

    private final RunningService service;

    CanceledScheduleIT(SqlServer server) {
        service = RunningService.shared(server);
    }

    private House house(String... seatNos) {
        return new House(service, seatNos);
    }

    @Test
    void holdsNothingOnceItIsCanceled() {
        var house = house("A-1");
        assertThat(house.cancel("park")).isInstanceOf(ScheduleCanceled.class);
        var booking = booking();
        assertThat(house.hold(booking, "A-1")).isEqualTo(CANCELED);
        assertThat(house.hold(booking, "A-1")).as("again").isEqualTo(CANCELED);
        assertThat(house.seats()).isEqualTo("A-1:FREE");
    }

    @Test
    void givesTheSameAnswerAgainWithTheFirstTime() {
        var house = house("A-1");
        var first = house.cancel("park");
        assertThat(first)
                .isInstanceOfSatisfying(
                        ScheduleCanceled.class,
                        canceled ->
                                assertThat(canceled.promoterId())
                                        .isEqualTo(new PromoterId("park")));
        assertThat(house.cancel("park")).isEqualTo(first);
        assertThat(house.cancel(null)).as("an operator, later").isEqualTo(first);
    }

    @Test
    void refusesAnotherPromotersLikeOneThatIsNotThereAndChangesNothing() {
        var house = house("A-1");
        assertThat(house.cancel("lee")).isEqualTo(new ScheduleUnknown());
        assertThat(house.hold(booking(), "A-1")).isInstanceOf(SeatsHeld.class);
        house.cancel("park");
        assertThat(house.cancel("lee")).as("canceled by now").isEqualTo(new ScheduleUnknown());
        assertThat(house.cancelAnUnknownOne()).isEqualTo(new ScheduleUnknown());
    }

    @Test
    void letsAnOperatorCancelAny() {
        var house = house("A-1");
        assertThat(house.cancel(null)).isInstanceOf(ScheduleCanceled.class);
        assertThat(house.hold(booking(), "A-1")).isEqualTo(CANCELED);
    }

    @Test
    void leavesWhatIsHeldToBeSoldOrReleasedAndAnswersAHoldThatWasMadeBefore() {
        var house = house("A-1", "A-2");
        var sold = booking();
        var released = booking();
        var first = house.hold(sold, "A-1");
        house.hold(released, "A-2");
        house.cancel("park");
        assertThat(house.hold(sold, "A-1")).isEqualTo(first);
        assertThat(house.sell(sold, "A-1")).isEqualTo(new SeatsSold());
        assertThat(house.release(released)).isEqualTo(new SeatsReleased());
        assertThat(house.live(10))
                .containsExactly(new LiveBooking(sold, buyer("mina"), State.SOLD));
        house.releaseSold(sold, "A-1");
        assertThat(house.live(10)).isEmpty();
    }

    @Test
    void listsTheLiveBookingsPageByPage() {
        var seatNos = IntStream.range(0, 7).mapToObj(n -> "A-" + n).toArray(String[]::new);
        var house = house(seatNos);
        var other = house("A-0");
        other.hold(booking(), "A-0");
        var expected = new HashSet<LiveBooking>();
        for (int n = 0; n < seatNos.length; n++) {
            var booking = booking();
            house.hold(booking, buyer("buyer-" + n), seatNos[n]);
            if (n % 2 == 0) {
                house.sell(booking, seatNos[n]);
            }
            expected.add(
                    new LiveBooking(
                            booking, buyer("buyer-" + n), n % 2 == 0 ? State.SOLD : State.HELD));
        }
        house.hold(booking(), buyer("late"), seatNos[0]);
        for (var limit : List.of(1, 2, 7, 100)) {
            var listed = house.live(limit);
            assertThat(listed).hasSize(7).isSortedAccordingTo(CanceledScheduleIT::byId);
            assertThat(new HashSet<>(listed)).isEqualTo(expected);
        }
    }

    private static int byId(LiveBooking one, LiveBooking other) {
        return one.bookingId().toString().compareTo(other.bookingId().toString());
    }

    /** What the cancellation promises: a hold commits before it and is seen, or is refused. */
    @Test
    void seesEveryHoldThatWasNotRefusedHoweverManyComeAtOnce() throws Exception {
        for (int round = 0; round < 25; round++) {
            var seatNos = IntStream.range(0, 60).mapToObj(n -> "A-" + n).toArray(String[]::new);
            var house = house(seatNos);
            var held = ConcurrentHashMap.<BookingId>newKeySet();
            var start = new CyclicBarrier(13);
            var seen = new ArrayList<BookingId>();
            try (var threads = Executors.newFixedThreadPool(13)) {
                var buyers =
                        IntStream.range(0, 12)
                                .mapToObj(n -> threads.submit(hold(house, seatNos, n, start, held)))
                                .toList();
                start.await();
                Thread.sleep(round);
                assertThat(house.cancel("park")).isInstanceOf(ScheduleCanceled.class);
                house.live(10).forEach(live -> seen.add(live.bookingId()));
                for (Future<?> done : buyers) {
                    done.get();
                }
            }
            assertThat(seen).containsExactlyInAnyOrderElementsOf(held);
            assertThat(house.live(100)).hasSameSizeAs(seen);
        }
    }

    private static Callable<Void> hold(
            House house, String[] seatNos, int n, CyclicBarrier start, Set<BookingId> held) {
        return () -> {
            start.await();
            for (int i = 0; i < 5; i++) {
                var booking = booking();
                if (house.hold(booking, buyer("buyer-" + n), seatNos[n * 5 + i])
                        instanceof SeatsHeld) {
                    held.add(booking);
                }
            }
            return null;
        };
    }
}
