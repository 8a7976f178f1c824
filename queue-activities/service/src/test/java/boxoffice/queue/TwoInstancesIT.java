package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.EntryState;
import boxoffice.queue.domain.Place;
import boxoffice.queue.domain.RoomSettings;
import boxoffice.queue.store.Lobby;
import boxoffice.queue.store.WaitingRooms;
import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances of the service on one database, their doorkeepers both at work. */
class TwoInstancesIT {

    private static final int BUYERS = 60;
    private static final int CAP = 40;
    private static final int RATE = 10;

    private static ServiceUnderTest one;
    private static ServiceUnderTest other;

    @BeforeAll
    static void start() {
        var server = Databases.any();
        var polling = "--boxoffice.temporal.polling=false";
        var concert = ConcertStandIn.shared().argument();
        one = ServiceUnderTest.start(QueueService.class, server, polling, concert);
        other = ServiceUnderTest.beside(one, QueueService.class, polling, concert);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void keepBothLimitsAndTellTheSamePositionsAndGoOnWithoutEachOther() throws Exception {
        var schedule = new ScheduleId("two-" + UUID.randomUUID());
        one.bean(WaitingRooms.class)
                .set(
                        schedule,
                        new RoomSettings(
                                CAP,
                                RATE,
                                Instant.now().plusSeconds(2),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(10),
                                true),
                        "park");
        var places = new ArrayList<Place>();
        for (var n = 0; n < BUYERS; n++) {
            places.add(
                    (n % 2 == 0 ? one : other)
                            .bean(Lobby.class)
                            .join(schedule, new BuyerId("b" + n))
                            .orElseThrow()
                            .place());
        }
        awaitAdmitted(schedule, 15);
        assertSamePositions(schedule, places);
        awaitAdmitted(schedule, CAP);
        Thread.sleep(1_500);
        assertThat(count(schedule, "state = 'ADMITTED'")).isEqualTo(CAP);
        assertThat(mostInASecond(schedule)).isLessThanOrEqualTo(RATE);
        assertThat(
                        count(
                                schedule,
                                "admitted_at is not null and number > "
                                        + "(select watermark from waiting_rooms r"
                                        + " where r.schedule_id = entries.schedule_id)"))
                .isZero();
    }

    private static void assertSamePositions(ScheduleId schedule, List<Place> places) {
        for (var place : places) {
            var entry = place.entry();
            var here = one.bean(Lobby.class).look(schedule, entry.entryId(), entry.buyerId());
            var there = other.bean(Lobby.class).look(schedule, entry.entryId(), entry.buyerId());
            assertThat(there.orElseThrow().entry().number())
                    .isEqualTo(here.orElseThrow().entry().number());
            if (here.get().entry().state() == EntryState.WAITING
                    && there.get().entry().state() == EntryState.WAITING) {
                // Each knows the room as it was up to a quarter of a second ago.
                assertThat(there.get().ahead().orElseThrow())
                        .isCloseTo(
                                here.get().ahead().orElseThrow(),
                                org.assertj.core.data.Offset.offset((long) RATE));
            }
        }
    }

    private static void awaitAdmitted(ScheduleId schedule, int least) throws InterruptedException {
        var end = Instant.now().plusSeconds(30);
        while (count(schedule, "admitted_at is not null") < least) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static int count(ScheduleId schedule, String condition) {
        return one.sql()
                .sql("select count(*) from entries where schedule_id = ? and " + condition)
                .param(schedule.value())
                .query(Integer.class)
                .single();
    }

    private static int mostInASecond(ScheduleId schedule) {
        return one.sql()
                .sql(
                        """
                        select max(admitted) from (
                            select count(*) as admitted from entries
                            where schedule_id = ? and admitted_at is not null
                            group by floor(unix_timestamp(admitted_at))) seconds
                        """)
                .param(schedule.value())
                .query(Integer.class)
                .single();
    }
}
