package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.contract.ConcertActivities;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.store.BlockSweep;
import boxoffice.kernel.ScheduleId;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Seats kept back, given back, moved and priced: all or none, and never from under a buyer. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class BackOfficeIT {

    private final ServiceUnderTest service;
    private final Promoter park;
    private final String schedule;

    BackOfficeIT(SqlServer server) {
        service = ServiceUnderTest.shared(ConcertService.class, server);
        park = Promoter.park(service);
        schedule = park.onSale();
    }

    private String path(String rest) {
        return "/api/schedules/" + schedule + rest;
    }

    private Promoter.Answer block(String seats, String more) {
        return park.post(
                path("/blocks"),
                "{\"seats\": [" + seats + "], \"reason\": \"sponsors\"" + more + "}");
    }

    private HoldOutcome hold(String... seatNos) {
        return service.bean(ConcertActivities.class)
                .holdSeats(
                        new HoldSeats(
                                House.booking(),
                                House.buyer("mina"),
                                new ScheduleId(schedule),
                                List.of(seatNos),
                                Instant.now()));
    }

    /** Those of the seats of section A, in one line, each with its state and whether in a block. */
    private String seats() {
        return service.sql()
                .sql(
                        """
                        select group_concat(concat(number_in_row, ':', state,
                            case when block_id is null then '' else '+' end)
                            order by seat_no separator ' ')
                        from seats where schedule_id = ? and section = 'A'
                        """)
                .param(schedule)
                .query(String.class)
                .single();
    }

    @Test
    void keepsSeatsBackAndGivesThemToTheSale() {
        var block = block("\"A-1-4\", \"A-1-5\"", "").is(201).text("/blockId");
        assertThat(seats()).isEqualTo("1:FREE 2:FREE 3:FREE 4:BLOCKED+ 5:BLOCKED+");
        assertThat(hold("A-1-3", "A-1-4"))
                .isInstanceOfSatisfying(
                        SeatsRefused.class,
                        refused -> assertThat(refused.seatNos()).containsExactly("A-1-4"));
        var shown = park.get(path("/blocks")).is(200);
        assertThat(shown.text("/blocks/0/reason")).isEqualTo("sponsors");
        assertThat(shown.text("/blocks/0/createdBy")).isEqualTo("park");
        assertThat(shown.body().at("/blocks/0/seats")).hasSize(2);

        park.delete(path("/blocks/" + block)).is(204);
        park.delete(path("/blocks/" + block)).is(404).says("block-not-found");
        assertThat(seats()).isEqualTo("1:FREE 2:FREE 3:FREE 4:FREE 5:FREE");
        assertThat(park.get(path("/blocks")).body().at("/blocks")).isEmpty();
    }

    @Test
    void keepsBackAllOrNoneAndNamesTheSeatsInTheWay() {
        hold("A-1-1");
        var refused = block("\"A-1-1\", \"A-1-2\", \"Z-1\"", "").is(409).says("seats-in-the-way");
        assertThat(refused.body().at("/seats").toString())
                .isEqualTo(
                        "[{\"seatNo\":\"A-1-1\",\"state\":\"HELD\"},"
                                + "{\"seatNo\":\"Z-1\",\"state\":\"UNKNOWN\"}]");
        assertThat(seats()).isEqualTo("1:HELD 2:FREE 3:FREE 4:FREE 5:FREE");
        assertThat(park.get(path("/blocks")).body().at("/blocks")).isEmpty();
    }

    @Test
    void movesABlockWholeOrNotAtAll() {
        var block = block("\"A-1-1\", \"A-1-2\"", "").is(201).text("/blockId");
        hold("A-1-4");
        move(block, "\"A-1-2\"", "\"A-1-4\"").is(409).says("seats-in-the-way");
        move(block, "\"A-1-3\"", "\"A-1-5\"").is(409).says("seats-in-the-way");
        move(block, "\"A-1-1\", \"A-1-2\"", "\"A-1-3\"").is(400).tells("seats-uneven");
        assertThat(seats()).isEqualTo("1:BLOCKED+ 2:BLOCKED+ 3:FREE 4:HELD 5:FREE");

        var moved = move(block, "\"A-1-1\", \"A-1-2\"", "\"A-1-3\", \"A-1-5\"").is(200);
        assertThat(moved.body().at("/seats").toString()).isEqualTo("[\"A-1-3\",\"A-1-5\"]");
        assertThat(seats()).isEqualTo("1:FREE 2:FREE 3:BLOCKED+ 4:HELD 5:BLOCKED+");
        move(UUID.randomUUID().toString(), "\"A-1-3\"", "\"A-1-1\"").is(404);
    }

    private Promoter.Answer move(String block, String from, String to) {
        return park.post(
                path("/blocks/" + block + "/move"),
                "{\"from\": [" + from + "], \"to\": [" + to + "]}");
    }

    @Test
    void releasesABlockWhenItsTimeHasComeAndNotAgain() {
        var sweep = service.bean(BlockSweep.class);
        var block = block("\"A-1-4\"", ", \"releaseAt\": \"2030-12-01T10:00\"").is(201);
        assertThat(block.text("/releaseAt")).isEqualTo("2030-12-01T01:00:00Z");
        sweep.sweep();
        assertThat(seats()).contains("4:BLOCKED+");
        write("update seat_blocks set release_at = '2026-01-01' where schedule_id = ?");
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(seats()).contains("4:FREE");
        assertThat(sweep.sweep()).isZero();
    }

    /** The seat was given away; the block is gone when the gift is undone. */
    @Test
    void leavesAGiftAloneWhenItsBlockIsReleased() {
        var block = block("\"A-1-3\", \"A-1-4\"", "").is(201).text("/blockId");
        hold("A-1-1");
        write(
                "update seats t join seats o on o.schedule_id = t.schedule_id and o.seat_no ="
                        + " 'A-1-1' set t.state = 'HELD', t.booking_id = o.booking_id"
                        + " where t.schedule_id = ? and t.seat_no = 'A-1-4'");
        assertThat(seats()).contains("3:BLOCKED+ 4:HELD+");
        park.delete(path("/blocks/" + block)).is(204);
        assertThat(seats()).isEqualTo("1:HELD 2:FREE 3:FREE 4:HELD 5:FREE");
    }

    private void write(String sql) {
        service.write(sql, schedule);
    }

    @Test
    void unblocksSingleSeatsAllOrNone() {
        block("\"A-1-1\", \"A-1-2\"", "").is(201);
        park.patch(path("/seats"), "{\"seats\": [\"A-1-1\", \"A-1-3\"], \"unblock\": true}")
                .is(409)
                .says("seats-in-the-way");
        park.patch(path("/seats"), "{\"seats\": [\"A-1-1\"], \"unblock\": true}").is(200);
        assertThat(seats()).isEqualTo("1:FREE 2:BLOCKED+ 3:FREE 4:FREE 5:FREE");
    }

    @Test
    void pricesWhatNobodyHasAllOrNone() {
        block("\"A-1-1\"", "").is(201);
        hold("A-1-2");
        price("\"grade\": \"R\"", 90_000, "KRW").is(409).says("seats-in-the-way");
        price("\"seats\": [\"A-1-1\", \"A-1-3\"]", 90_000, "USD")
                .is(400)
                .tells("currency-mismatch");
        price("\"seats\": [\"A-1-3\"]", -1, "KRW").is(400).tells("price-out-of-range");
        price("\"grade\": \"X\"", 90_000, "KRW").is(400).says("grade-unknown");
        price("\"seats\": [\"A-1-1\", \"A-1-3\"]", 90_000, "KRW").is(200);
        assertThat(price("\"grade\": \"S\"", 50_000, "KRW").is(200).text("/seatsChanged"))
                .isEqualTo("20");
        assertThat(hold("A-1-3", "P-1"))
                .isInstanceOfSatisfying(
                        SeatsHeld.class,
                        held -> assertThat(held.total().amount()).isEqualTo(140_000));
    }

    private Promoter.Answer price(String which, long amount, String currency) {
        return park.patch(
                path("/seats"),
                "{%s, \"price\": {\"amount\": %d, \"currency\": \"%s\"}}"
                        .formatted(which, amount, currency));
    }

    /** Whoever comes first has the seat: it is kept back or held, never both, never neither. */
    @Test
    void blocksAndHoldsAtOnceHaveOneWinner() throws Exception {
        for (int round = 0; round < 15; round++) {
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var held =
                        threads.submit(() -> {
                            start.await();
                            return hold("A-1-3", "A-1-4");
                        });
                start.await();
                var blocked = block("\"A-1-4\", \"A-1-5\"", "");
                var won = held.get() instanceof SeatsHeld;
                assertThat(blocked.status()).isEqualTo(won ? 409 : 201);
                assertThat(seats())
                        .isEqualTo(
                                won
                                        ? "1:FREE 2:FREE 3:HELD 4:HELD 5:FREE"
                                        : "1:FREE 2:FREE 3:FREE 4:BLOCKED+ 5:BLOCKED+");
            }
            write(
                    "update seats set state = 'FREE', booking_id = null, block_id = null"
                            + " where schedule_id = ?");
        }
    }
}
