package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BookingId;
import boxoffice.queue.contract.PassTaken;
import boxoffice.queue.domain.Entry;
import boxoffice.queue.domain.RoomState;
import boxoffice.queue.store.Admissions;
import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/**
 * Whatever happens to a room, in whatever order: after each of thousands of random events what the
 * rows say is held against the promises. Who runs it again with the seed that it prints sees the
 * same again. An instance that crashes is a transaction that is lost.
 */
class RoomModelIT {

    private static final int RUNS = 60;
    private static final int EVENTS = 40;
    private static final int THOUSANDS = 2_000;
    private static final int FEW_EVENTS = 8;
    private static final int RATE_MAX = 6;

    /** All that must not be in the rows of one room, by what it would be. */
    private static final String WRONG =
            """
            select 'a number given twice' as wrong, e.number as what from entries e
            where e.schedule_id = :schedule and e.number is not null
            group by e.number having count(*) > 1
            union all
            select 'a number beyond the last, or let in past the watermark', e.number
            from entries e join waiting_rooms r on r.schedule_id = e.schedule_id
            where e.schedule_id = :schedule
              and (e.number > r.numbered or (e.admitted_at is not null and e.number > r.watermark))
            union all
            select 'somebody left behind the watermark', e.number
            from entries e join waiting_rooms r on r.schedule_id = e.schedule_id
            where e.schedule_id = :schedule and e.state = 'WAITING' and e.number <= r.watermark
            union all
            select 'let in before one who stood ahead', a.number
            from entries a join entries b on b.schedule_id = a.schedule_id
              and b.number < a.number and b.admitted_at > a.admitted_at
            where a.schedule_id = :schedule
            union all
            select 'a pass in use that the use knows nothing of', e.number
            from entries e left join pass_uses u on u.booking_id = e.holder
            where e.schedule_id = :schedule and e.holder is not null and (u.state is null
                or (e.state = 'ADMITTED' and u.state <> 'TAKEN')
                or (e.state = 'USED' and u.state <> 'FINISHED'))
            union all
            select 'more within a second than any rate', count(*) from entries e
            where e.schedule_id = :schedule and e.admitted_at is not null
            group by floor(unix_timestamp(e.admitted_at)) having count(*) > :rateMax
            """;

    private static final Duration GRACE = Duration.ofSeconds(60);

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() {
        service =
                ServiceUnderTest.start(
                        QueueService.class, Databases.any(), OneRoom.STILL.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void keepsItsPromisesWhateverHappens() {
        tell(RUNS, EVENTS);
    }

    /** Other stories, each begun anew: what goes wrong in a room mostly does so early. */
    @Tag("thorough")
    @Test
    void keepsItsPromisesInThousandsOfShortStories() {
        tell(THOUSANDS, FEW_EVENTS);
    }

    private static void tell(int runs, int events) {
        var seed = Long.getLong("boxoffice.model-seed", 20_261_124);
        for (var run = 0; run < runs; run++) {
            new Run(new Random(seed + run), "seed " + (seed + run)).go(events);
        }
    }

    /** One room's story. */
    private static final class Run {
        private final Random random;
        private final String name;
        private final OneRoom room = new OneRoom(service);
        private final List<Entry> entries = new ArrayList<>();
        private final Map<BookingId, Entry> bookings = new LinkedHashMap<>();
        private int cap;
        private int rate;
        private int insideBefore;
        private int people;

        private Run(Random random, String name) {
            this.random = random;
            this.name = name;
        }

        private void go(int events) {
            limits();
            room.with(cap, rate, Instant.now().plusSeconds(5), GRACE, random.nextBoolean());
            for (var event = 0; event < events; event++) {
                insideBefore = room.count("state = 'ADMITTED'");
                happen();
                holds();
            }
            goesOn();
        }

        private void limits() {
            cap = 1 + random.nextInt(5);
            rate = 1 + random.nextInt(RATE_MAX);
        }

        private void happen() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> come();
                case 3 -> any().ifPresent(room::leave);
                case 4 -> any().ifPresent(room::heard);
                case 5 -> book();
                case 6 -> end();
                case 7 -> change();
                case 8 -> crash();
                default -> room.stepAfter(Duration.ofSeconds(random.nextInt(4)));
            }
        }

        private void come() {
            var count = 1 + random.nextInt(4);
            for (var one = 0; one < count; one++) {
                entries.add(room.join("b" + people++));
            }
        }

        private Optional<Entry> any() {
            return entries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(entries.get(random.nextInt(entries.size())));
        }

        private void book() {
            any().ifPresent(entry -> {
                var booking = new BookingId(UUID.randomUUID());
                if (room.take(booking, entry) instanceof PassTaken) {
                    bookings.put(booking, entry);
                }
            });
        }

        private void end() {
            for (var booking : List.copyOf(bookings.entrySet())) {
                bookings.remove(booking.getKey());
                if (random.nextBoolean()) {
                    room.finish(booking.getKey());
                } else {
                    room.giveBack(booking.getKey(), booking.getValue());
                }
                return;
            }
        }

        private void change() {
            switch (random.nextInt(3)) {
                case 0 -> {
                    limits();
                    service.write(
                            "update waiting_rooms set cap = ?, rate = ? where schedule_id = ?",
                            cap,
                            rate,
                            room.schedule().value());
                }
                case 1 -> room.move(RoomState.PAUSED);
                default -> room.move(RoomState.OPEN);
            }
        }

        private void crash() {
            room.elapse(Duration.ofSeconds(random.nextInt(3)));
            service.inATransactionThatIsLost(() -> {
                try {
                    room.step();
                    any().ifPresent(entry -> room.take(new BookingId(UUID.randomUUID()), entry));
                } catch (DataAccessException e) {
                    throw new AssertionError(name, e);
                }
            });
        }

        private void holds() {
            var inside = room.count("state = 'ADMITTED'");
            // A cap that was lowered sends nobody out, and lets nobody in.
            assertThat(inside).as(name).isLessThanOrEqualTo(Math.max(cap, insideBefore));
            assertThat(
                            service.sql()
                                    .sql(WRONG)
                                    .param("schedule", room.schedule().value())
                                    .param("rateMax", RATE_MAX)
                                    .query()
                                    .listOfRows())
                    .as(name)
                    .isEmpty();
            assertThat(room.count("1 = 1")).as(name + ": nobody lost").isEqualTo(people);
        }

        /** While there are people and room for them, somebody comes in within two seconds. */
        private void goesOn() {
            room.move(RoomState.OPEN);
            bookings.forEach(room::giveBack);
            entries.forEach(room::leave);
            var last = room.join("last");
            room.stepAfter(Duration.ofMinutes(1));
            room.stepAfter(Duration.ofSeconds(2));
            assertThat(room.state(last).name()).as(name).isEqualTo("ADMITTED");
            assertThat(service.bean(Admissions.class).step(room.schedule(), true))
                    .as(name)
                    .isPresent();
        }
    }
}
