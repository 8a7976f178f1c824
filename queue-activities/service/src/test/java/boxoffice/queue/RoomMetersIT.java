package boxoffice.queue;

import static boxoffice.queue.RoomTests.entryId;
import static boxoffice.queue.RoomTests.join;
import static boxoffice.queue.RoomTests.openRoom;
import static boxoffice.queue.RoomTests.service;
import static boxoffice.queue.RoomTests.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

/** The rooms' gauges. */
class RoomMetersIT {

    @Test
    void showsEachRoomsNumbers() {
        var schedule = openRoom(1, 7);
        until(schedule, entryId(join(schedule, "a")), "a", RoomTests::isAdmitted);
        var b = entryId(join(schedule, "b"));
        until(schedule, b, "b", entry -> entry.path("ahead").asInt(-1) == 0);
        service().bean(RoomMeters.class).count();
        assertThat(gauge("boxoffice.room.inside", schedule)).isEqualTo(1);
        assertThat(gauge("boxoffice.room.waiting", schedule)).isEqualTo(1);
        assertThat(gauge("boxoffice.room.cap", schedule)).isEqualTo(1);
        assertThat(gauge("boxoffice.room.rate.per.second", schedule)).isEqualTo(7);
    }

    private static double gauge(String name, String schedule) {
        return service()
                .bean(MeterRegistry.class)
                .get(name)
                .tag("schedule", schedule)
                .gauge()
                .value();
    }
}
