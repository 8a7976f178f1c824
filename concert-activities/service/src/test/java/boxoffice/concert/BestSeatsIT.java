package boxoffice.concert;

import static boxoffice.concert.AtOnce.atOnce;
import static boxoffice.concert.House.booking;
import static boxoffice.concert.House.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.contract.BestSeats;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsRefused.Reason;
import boxoffice.testing.SqlServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The best seats, for one buyer and for many at once. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class BestSeatsIT {

    private static final Logger log = LoggerFactory.getLogger(BestSeatsIT.class);
    private static final int BUYERS = 64;
    private static final int SEATS_IN_ROW = 20;

    private final SqlServer server;
    private final RunningService service;

    BestSeatsIT(SqlServer server) {
        this.server = server;
        service = RunningService.shared(server);
    }

    @Test
    void holdsTheBestThatAreTogetherAndGivesThemAgain() {
        var house = new House(service, "A-1", "A-2", "A-3", "A-4");
        house.hold(booking(), "A-2");
        var booking = booking();

        var outcome = house.holdBest(booking, buyer("jun"), 2);
        assertThat(seatNos(outcome)).containsExactly("A-3", "A-4");
        assertThat(house.holdBest(booking, buyer("jun"), 2)).isEqualTo(outcome);
        assertThat(house.seats()).isEqualTo("A-1:FREE A-2:HELD A-3:HELD A-4:HELD");
        house.release(booking);
        assertThat(house.holdBest(booking, buyer("jun"), 2))
                .isEqualTo(new SeatsRefused(Reason.RELEASED, List.of(), null, null));
    }

    @Test
    void saysWhatCouldStillBeHad() {
        var house = new House(service, "A-1", "A-2", "A-3", "A-4");
        house.hold(booking(), "A-3");
        assertThat(house.holdBest(booking(), buyer("jun"), 3))
                .isEqualTo(refused(Reason.NOT_TOGETHER, 3, 2));
        assertThat(house.holdBest(booking(), buyer("jun"), 4))
                .isEqualTo(refused(Reason.NOT_ENOUGH_SEATS, 4, 3));
        var apart = new BestSeats(3, null, null, null, true, false);
        assertThat(seatNos(house.hold(booking(), buyer("jun"), apart)))
                .containsExactly("A-1", "A-2", "A-4");
        var elsewhere = new BestSeats(3, "Z", null, null, true, false);
        assertThat(house.hold(booking(), buyer("jun"), elsewhere))
                .isEqualTo(new SeatsRefused(Reason.UNKNOWN_SECTION, List.of(), null, null));
    }

    @Test
    void triesAgainWhereSomebodyElsewhereWasFaster() {
        var house = new House(service, "A-1", "A-2", "A-3", "A-4");
        house.release(booking());
        var first = booking();
        house.holdBest(first, buyer("jun"), 1);
        house.release(first);
        // Behind the back of the plan, as another instance would.
        house.hold(booking(), "A-1", "A-2");

        assertThat(seatNos(house.holdBest(booking(), buyer("jun"), 2)))
                .containsExactly("A-3", "A-4");
    }

    @Test
    void sellsAHallToTheLastSeat() throws Exception {
        sellsAHallToTheLastSeat(20);
    }

    @Test
    @Tag("thorough")
    void sellsAHallOfTwoThousandToTheLastSeat() throws Exception {
        sellsAHallToTheLastSeat(100);
    }

    private void sellsAHallToTheLastSeat(int rows) throws Exception {
        var house = new House(service);
        fill(house, rows);
        var startedAt = System.nanoTime();

        var held = atOnce(BUYERS, n -> buyAsLongAsThereAreSeats(house, n));

        var seconds = (System.nanoTime() - startedAt) / 1e9;
        var seats = held.stream().flatMap(Sold::seats).toList();
        assertThat(seats).hasSize(rows * SEATS_IN_ROW);
        assertThat(new HashSet<>(seats)).hasSameSizeAs(seats);
        var together = held.stream().mapToInt(Sold::together).sum();
        var alone = held.stream().mapToInt(Sold::alone).sum();
        var outrun = held.stream().mapToInt(Sold::outrun).sum();
        log.info(
                "{}: a hall of {} seats in {} s: {} holds together, {} seats ({} %) alone in the"
                        + " end, {} told that others were faster",
                server,
                seats.size(),
                seconds,
                together,
                alone,
                100.0 * alone / seats.size(),
                outrun);
        assertThat(alone).as("orphans").isLessThan(seats.size() / 20);
        assertThat(outrun).as("sent away to try again").isLessThanOrEqualTo(together / 50);
    }

    /**
     * What one of many has bought.
     *
     * @param together holds of two and more
     * @param alone holds of one seat: what was left between others
     * @param outrun how often others were faster in every attempt: they ask again
     */
    private record Sold(List<String> seatNos, int together, int alone, int outrun) {
        Stream<String> seats() {
            return seatNos.stream();
        }
    }

    /** Wants two to four; where there are no more together takes as many as are said to be. */
    private static Sold buyAsLongAsThereAreSeats(House house, int n) {
        var random = new Random(n);
        var seatNos = new ArrayList<String>();
        var together = 0;
        var alone = 0;
        var outrun = 0;
        var quantity = 2 + random.nextInt(3);
        while (quantity > 0) {
            switch (house.holdBest(booking(), buyer("buyer-" + n), quantity)) {
                case SeatsHeld held -> {
                    held.seats().forEach(seat -> seatNos.add(seat.seatNo()));
                    together += held.seats().size() > 1 ? 1 : 0;
                    alone += held.seats().size() > 1 ? 0 : 1;
                    quantity = 2 + random.nextInt(3);
                }
                case SeatsRefused(var reason, _, _, var limit) when limit != null -> {
                    assertThat(reason).isIn(Reason.NOT_TOGETHER, Reason.NOT_ENOUGH_SEATS);
                    assertThat(limit.remaining()).isLessThan(quantity);
                    quantity = limit.remaining();
                }
                case SeatsRefused(var reason, _, _, _) when reason == Reason.SEATS_TAKEN ->
                        outrun++;
                case HoldOutcome other -> throw new AssertionError("not expected: " + other);
            }
        }
        return new Sold(seatNos, together, alone, outrun);
    }

    private static void fill(House house, int rows) {
        house.writeWith(
                """
                insert into seats (schedule_id, seat_no, section, row_no, number_in_row, grade,
                    price_amount, price_currency, nearness, aisle_after)
                with recursive n as (select 1 as i union all select i + 1 from n where i < 100)
                select ?, concat('A-', r.i, '-', p.i), 'A', r.i, p.i, 'R', 110000, 'KRW',
                    100 * r.i + abs(2 * p.i - 21), p.i = 10
                from n r join n p on r.i <= ? and p.i <= ?
                """,
                house.schedule.value(),
                rows,
                SEATS_IN_ROW);
    }

    private static List<String> seatNos(HoldOutcome outcome) {
        return outcome instanceof SeatsHeld held
                ? held.seats().stream().map(SeatsHeld.HeldSeat::seatNo).toList()
                : List.of(outcome.toString());
    }

    private static HoldOutcome refused(Reason reason, int asked, int remaining) {
        return new SeatsRefused(
                reason,
                List.of(),
                null,
                new SeatsRefused.PolicyLimit("BestAvailable", asked, remaining));
    }
}
