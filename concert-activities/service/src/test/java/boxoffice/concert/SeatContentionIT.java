package boxoffice.concert;

import static boxoffice.concert.AtOnce.atOnce;
import static boxoffice.concert.House.booking;
import static boxoffice.concert.House.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.testing.SqlServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many at once: one winner, all or nothing, and nobody waits in a ring. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class SeatContentionIT {

    private static final Logger log = LoggerFactory.getLogger(SeatContentionIT.class);
    private static final int THREADS = 50;

    private final SqlServer server;
    private final RunningService service;

    SeatContentionIT(SqlServer server) {
        this.server = server;
        service = RunningService.shared(server);
    }

    @Test
    void oneOfFiftyBuyersGetsTheSeat() throws Exception {
        oneOfFiftyBuyersGetsTheSeatInEachRound(10);
    }

    @Test
    @Tag("thorough")
    void oneOfFiftyBuyersGetsTheSeatInEachOfAHundredRounds() throws Exception {
        oneOfFiftyBuyersGetsTheSeatInEachRound(100);
    }

    private void oneOfFiftyBuyersGetsTheSeatInEachRound(int rounds) throws Exception {
        var seatNos = IntStream.range(0, rounds).mapToObj(i -> "A-" + i).toArray(String[]::new);
        var house = new House(service, seatNos);
        for (var seatNo : seatNos) {
            var outcomes = atOnce(THREADS, n -> house.hold(booking(), buyer("buyer-" + n), seatNo));

            assertThat(outcomes).filteredOn(SeatsHeld.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(SeatsRefused.class::isInstance)
                    .hasSize(THREADS - 1)
                    .allSatisfy(refused ->
                            assertThat(((SeatsRefused) refused).reason())
                                    .isEqualTo(SeatsRefused.Reason.SEATS_TAKEN));
        }
        assertThat(house.seats()).doesNotContain("FREE");
        assertThat(house.rows()).isEqualTo((long) rounds * THREADS);
    }

    @Test
    void overlappingSetsAreHeldWholeOrNotAtAll() throws Exception {
        var seatNos = IntStream.range(0, 20).mapToObj(i -> "A-" + i).toArray(String[]::new);
        for (int round = 0; round < 10; round++) {
            var house = new House(service, seatNos);
            var seed = round;
            var outcomes =
                    atOnce(
                            THREADS,
                            n -> {
                                var booking = booking();
                                var wanted = four(seatNos, new Random(seed * 1_000L + n));
                                var outcome = house.hold(booking, buyer("buyer-" + n), wanted);
                                assertThat(house.ownedBy(booking))
                                        .isEqualTo(outcome instanceof SeatsHeld ? 4 : 0);
                                return outcome;
                            });

            var held = outcomes.stream().filter(SeatsHeld.class::isInstance).count();
            assertThat(held).isBetween(1L, 5L);
            assertThat(house.seats().split("HELD", -1)).hasSize((int) held * 4 + 1);
        }
    }

    @Test
    void theSameHoldFiftyTimesAtOnceIsOneHold() throws Exception {
        var house = new House(service, "A-1", "A-2");
        var booking = booking();
        var startedAt = Instant.now();

        var outcomes =
                atOnce(
                        THREADS,
                        n -> house.holdStarted(booking, buyer("mina"), startedAt, "A-1", "A-2"));

        assertThat(outcomes).hasOnlyElementsOfType(SeatsHeld.class);
        assertThat(outcomes.stream().distinct()).hasSize(1);
    }

    @Test
    void holdAndUndoAtOnceEndReleased() throws Exception {
        for (int round = 0; round < 30; round++) {
            var house = new House(service, "A-1", "A-2");
            var booking = booking();

            atOnce(4, n -> n % 2 == 0 ? house.hold(booking, "A-1", "A-2") : house.release(booking));

            assertThat(house.row(booking)).isEqualTo("RELEASED");
            assertThat(house.seats()).isEqualTo("A-1:FREE A-2:FREE");
        }
    }

    @Test
    void saleAndUndoAtOnceHaveOneWinner() throws Exception {
        for (int round = 0; round < 30; round++) {
            var house = new House(service, "A-1", "A-2");
            var booking = booking();
            house.hold(booking, "A-1", "A-2");

            atOnce(4, n -> n % 2 == 0 ? house.sell(booking, "A-1", "A-2") : house.release(booking));

            var sold = house.row(booking).equals("SOLD");
            assertThat(house.release(booking).equals(new SeatsReleased())).isNotEqualTo(sold);
            assertThat(house.seats()).isEqualTo(sold ? "A-1:SOLD A-2:SOLD" : "A-1:FREE A-2:FREE");
        }
    }

    /** A number for the log, not a threshold: how fast free seats are held in pairs. */
    @Test
    void holdsAndReleasesManySeatsPerSecond() throws Exception {
        var seatNos = IntStream.range(0, 400).mapToObj(i -> "A-" + i).toArray(String[]::new);
        var house = new House(service, seatNos);
        var perThread = 50;
        var startedAt = System.nanoTime();

        var held =
                atOnce(
                        16,
                        n -> {
                            var count = 0;
                            for (int i = 0; i < perThread; i++) {
                                var booking = booking();
                                var seat = "A-" + (n * 25 + i % 25);
                                count += house.hold(booking, seat) instanceof SeatsHeld ? 1 : 0;
                                house.release(booking);
                            }
                            return count;
                        });

        var seconds = (System.nanoTime() - startedAt) / 1e9;
        assertThat(held).allMatch(count -> count == perThread);
        log.info("{}: {} holds and as many releases/s", server, (int) (16 * perThread / seconds));
    }

    private static String[] four(String[] seatNos, Random random) {
        var shuffled = new ArrayList<>(List.of(seatNos));
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 4).toArray(String[]::new);
    }
}
